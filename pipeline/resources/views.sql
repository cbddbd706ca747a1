-- Ready views of dongne.sqlite. A cluster of articles that tell the same is counted once, by its fullest article: see `once`.

CREATE VIEW once AS
SELECT doc_id, cluster_id, n_documents
FROM (SELECT doc_id, cluster_id, count(*) OVER (PARTITION BY cluster_id) AS n_documents,
             row_number() OVER (PARTITION BY cluster_id ORDER BY n_mentions DESC, doc_id) AS place
      FROM documents)
WHERE place = 1;

-- Sums that may be added up: originals only (no translations), totals only (no parts, no conversions, no amounts from
-- before a change, no sums per person), money that pays for something, and each value once per article and role.
CREATE VIEW sums AS
SELECT min(a.mention_id) AS mention_id, a.doc_id, a.value_krw, a.role, max(a.program_id) AS program_id,
       max(a.district_code) AS district_code, max(a.year) AS year
FROM amounts a
JOIN once USING (doc_id)
JOIN mentions m USING (mention_id)
JOIN segments s ON s.segment_id = m.segment_id
WHERE a.value_krw IS NOT NULL AND a.basis = 'total' AND s.translation_of IS NULL
  AND a.role IN ('budget', 'project_cost', 'subsidy', 'loan', 'donation', 'voucher', 'investment')
  AND a.mention_id NOT IN (SELECT subject FROM relations WHERE relation IN ('part_of', 'equals'))
  AND a.mention_id NOT IN (SELECT object FROM relations WHERE relation = 'changed_from')
GROUP BY a.doc_id, a.value_krw, a.role;

CREATE VIEW amounts_full AS
SELECT a.mention_id, d.published, d.title, a.text, a.currency, a.value_krw, a.value_max_krw, a.qualifier, a.basis, a.role,
       p.name AS program, g.full_name_ko AS district, g.name_en AS district_en, a.year, d.source, m.start, m."end"
FROM amounts a
JOIN mentions m USING (mention_id)
JOIN documents d ON d.doc_id = a.doc_id
LEFT JOIN programs p USING (program_id)
LEFT JOIN districts g ON g.district_code = a.district_code;

CREATE VIEW officials_full AS
SELECT o.official_id, o.name_ko, o.name_en, o.post, o.post_text, g.full_name_ko AS district, g.name_en AS district_en,
       o.organisation, o.status, o.elected_term, o.first_seen, o.last_seen, o.aliases, o.n_mentions, o.n_documents
FROM officials o
LEFT JOIN districts g USING (district_code);

CREATE VIEW programs_full AS
SELECT p.program_id, p.name, p.kind, g.full_name_ko AS district, g.name_en AS district_en, p.aliases, p.n_mentions,
       p.n_documents, (SELECT sum(s.value_krw) FROM sums s WHERE s.program_id = p.program_id) AS won
FROM programs p
LEFT JOIN districts g USING (district_code);

-- Every program in every month in which an article that is counted names it.
CREATE VIEW programs_by_month AS
SELECT substr(d.published, 1, 7) AS month, p.program_id, p.name, p.kind, g.full_name_ko AS district, count(DISTINCT d.doc_id) AS n_documents
FROM mentions m
JOIN once USING (doc_id)
JOIN documents d USING (doc_id)
JOIN programs p ON p.program_id = m.entity_id
LEFT JOIN districts g ON g.district_code = p.district_code
WHERE m.type = 'program' AND d.published IS NOT NULL
GROUP BY month, p.program_id;

-- What officials announced or spoke of.
CREATE VIEW announcements AS
SELECT o.name_ko, o.name_en, o.post, h.full_name_ko AS district, r.relation, p.name AS program, p.kind, d.published, d.title, d.source,
       r.evidence_start, r.evidence_end
FROM relations r
JOIN documents d USING (doc_id)
JOIN mentions a ON a.mention_id = r.subject
JOIN mentions b ON b.mention_id = r.object
JOIN officials o ON o.official_id = a.entity_id
JOIN programs p ON p.program_id = b.entity_id
LEFT JOIN districts h ON h.district_code = o.district_code
WHERE r.relation IN ('announced', 'said');

CREATE VIEW dates_full AS
SELECT t.mention_id, d.published, d.title, t.text, t.edtf, t.start, t."end", t.granularity, t.kind, t.resolution, d.source
FROM dates t
JOIN documents d USING (doc_id);

CREATE VIEW won_by_district AS
SELECT g.district_code, g.full_name_ko, g.name_en, count(*) AS n_sums, sum(s.value_krw) AS won, max(s.value_krw) AS largest
FROM sums s
JOIN districts g USING (district_code)
GROUP BY g.district_code;

CREATE VIEW findings_full AS
SELECT f.kind, f.severity, f.message, f.message_ko, a.text AS text_a, b.text AS text_b, d.title, d.source, a.start
FROM findings f
JOIN documents d USING (doc_id)
LEFT JOIN mentions a ON a.mention_id = f.mention_a
LEFT JOIN mentions b ON b.mention_id = f.mention_b;

-- SELECT mention_id, text FROM mentions_search WHERE mentions_search MATCH '정용래'  (three characters or more)
CREATE VIRTUAL TABLE mentions_search USING fts5 (mention_id UNINDEXED, type UNINDEXED, text, value, tokenize = 'trigram');
INSERT INTO mentions_search SELECT mention_id, type, text, value FROM mentions ORDER BY mention_id;
