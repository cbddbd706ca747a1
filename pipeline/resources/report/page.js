"use strict";
// The report's page: reads the JSON that stands in it, draws tables, charts and articles. All text goes in as text nodes.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const stored = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* a page from a file may not */ } };
  let lang = stored("dongne-lang") || (navigator.language.startsWith("ko") ? "ko" : "en");
  let theme = stored("dongne-theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const asked = new URLSearchParams(location.search);
  if (asked.get("lang")) lang = asked.get("lang") === "ko" ? "ko" : "en";
  if (asked.get("theme")) theme = asked.get("theme") === "dark" ? "dark" : "light";
  const main = document.getElementById("main"), tip = document.getElementById("tip");
  const PAGE = 100, LONGEST = 160;
  const wrong = new Map();

  const word = (key) => (data.words[key] || {})[lang] || key;
  const label = (table, column) => (lang === "ko" && data.columns[table][column]) || (data.words[column] ? word(column) : column.replaceAll("_", " "));
  const el = (name, attributes = {}, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
    }
    node.append(...children.filter((c) => c !== null && c !== undefined));
    return node;
  };
  const number = (value) => typeof value === "number" ? value.toLocaleString(lang === "ko" ? "ko-KR" : "en-US", {maximumFractionDigits: 2}) : value;
  const won = (value) => {
    if (lang === "en") return number(value);
    const units = [["조", 1e12], ["억", 1e8], ["만", 1e4]];
    let rest = Math.abs(value), text = "";
    for (const [unit, size] of units) if (rest >= size) { text += `${Math.floor(rest / size).toLocaleString("ko-KR")}${unit} `; rest %= size; }
    return (value < 0 ? "-" : "") + (text + (rest || !text ? rest : "")).trim() + "원";
  };
  const article = (id) => { const node = document.getElementById(`article-${id}`); return node && JSON.parse(node.textContent); };
  const link = (mention, text) => el("a", {href: `#mention-${mention}`}, text);

  // ---- tables
  const state = {};
  function tableView(name) {
    const table = data.tables[name];
    const view = state[name] ||= {sort: null, down: false, filter: "", picks: {}, page: 0};
    const body = el("tbody"), count = el("p", {class: "meta", "aria-live": "polite", id: "count"}), pager = el("p", {class: "controls"});
    const head = el("tr", {}, ...table.columns.map((column, i) => el("th", {scope: "col", "data-column": column},
      el("button", {type: "button", onclick: () => { view.down = view.sort === i ? !view.down : false; view.sort = i; view.page = 0; draw(); }}, label(name, column)))));
    const search = el("input", {type: "search", id: "filter", value: view.filter, oninput: (e) => { view.filter = e.target.value; view.page = 0; draw(); }});
    const picks = table.picks.map((column) => {
      const i = table.columns.indexOf(column);
      const values = [...new Set(table.rows.map((row) => row[i]).filter((v) => v !== null && v !== ""))].sort();
      const select = el("select", {"data-pick": column, onchange: (e) => { view.picks[i] = e.target.value; view.page = 0; draw(); }},
        el("option", {value: ""}, word("all")), ...values.map((v) => el("option", {value: v, selected: view.picks[i] === String(v)}, String(v))));
      return el("label", {}, label(name, column), select);
    });
    function rows() {
      const words = view.filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      const found = table.rows.filter((row) => Object.entries(view.picks).every(([i, value]) => !value || String(row[i]) === value)
        && words.every((w) => row.some((cell) => cell !== null && String(cell).toLocaleLowerCase().includes(w))));
      if (view.sort !== null) {
        const i = view.sort, way = view.down ? -1 : 1, blank = (v) => v === null || v === "";
        found.sort((a, b) => blank(a[i]) - blank(b[i]) || way * (typeof a[i] === "number" && typeof b[i] === "number" ? a[i] - b[i] : String(a[i]).localeCompare(String(b[i]), "ko")));
      }
      return found;
    }
    function cell(row, i) {
      const column = table.columns[i], value = row[i];
      if (value === null || value === "") return el("td", {"data-column": column});
      const money = column === "value_krw" || column === "value_max_krw" || column === "won";
      const shown = money ? won(value) : typeof value === "number" && column !== "year" ? number(value) : String(value);
      const text = shown.length > LONGEST ? shown.slice(0, LONGEST) + "…" : shown;
      const target = table.links[column], id = target && row[table.columns.length + table.hidden.indexOf(target)];
      const child = id ? (target === "doc_id" ? el("a", {href: `#/article/${id}`}, text) : link(id, text)) : text;
      return el("td", {"data-column": column, class: column === "severity" ? `severity-${value}` : typeof value === "number" ? "number" : null, title: money ? number(value) : null}, child);
    }
    function draw() {
      const found = rows(), pages = Math.max(1, Math.ceil(found.length / PAGE));
      view.page = Math.min(view.page, pages - 1);
      body.replaceChildren(...found.slice(view.page * PAGE, (view.page + 1) * PAGE).map((row) => el("tr", {}, ...table.columns.map((_, i) => cell(row, i)))));
      [...head.children].forEach((th, i) => th.setAttribute("aria-sort", view.sort !== i ? "none" : view.down ? "descending" : "ascending"));
      count.textContent = `${number(found.length)} / ${number(table.rows.length)} ${word("rows")}`;
      pager.replaceChildren(...(pages > 1 ? [
        el("button", {type: "button", disabled: view.page === 0, onclick: () => { view.page -= 1; draw(); }}, word("before")),
        `${view.page + 1} / ${pages}`,
        el("button", {type: "button", disabled: view.page === pages - 1, onclick: () => { view.page += 1; draw(); }}, word("after"))] : []));
    }
    draw();
    return [el("h2", {}, word(name)), el("div", {class: "controls"}, el("label", {}, word("filter"), search), ...picks), count,
      el("div", {class: "scroll"}, el("table", {id: "table"}, el("thead", {}, head), body)), pager];
  }

  // ---- overview
  function overview() {
    const cards = el("ul", {class: "cards"}, ...data.cards.map(([name, n]) => el("li", {}, el("a", {href: `#/${name}`}, el("b", {}, number(n)), word(name)))));
    const charts = data.charts.map(({name, spec}) => {
      const box = el("div");
      const config = {actions: false, renderer: "svg", theme: theme === "dark" ? "dark" : undefined, config: {background: "transparent"}};
      // Once it stands in the page: the chart is as wide as its place.
      setTimeout(() => vegaEmbed(box, {...spec, autosize: {type: "fit-x", contains: "padding"}}, config).catch((error) => { box.textContent = String(error); }));
      return el("figure", {}, el("figcaption", {}, word(name)), box);
    });
    return [el("h2", {}, word("overview")), el("p", {class: "meta"}, `${data.about} · ${word("coverage")}: ${data.coverage}`), cards, el("div", {class: "charts"}, ...charts)];
  }

  // ---- articles
  function highlighted(one, from, to, doubts) {
    const letters = Array.from(one.text);
    const spans = [...one.mentions.map((m) => ({start: m[1], end: m[2], mention: m})), ...one.noise.map((n) => ({start: n[0], end: n[1], noise: n}))]
      .filter((s) => s.start >= from && s.end <= to).sort((a, b) => a.start - b.start || b.end - a.end);
    const root = el("div", {class: "article", lang: one.lang});
    const open = [{node: root, end: to}];
    let at = from;
    const upto = (end) => {
      while (open.length > 1 && open.at(-1).end <= end) { add(open.at(-1).end); open.pop(); }
      add(end);
    };
    const add = (end) => { if (end > at) { open.at(-1).node.append(letters.slice(at, end).join("")); at = end; } };
    for (const span of spans) {
      upto(span.start);
      if (span.start < at || span.end > open.at(-1).end) continue;
      const node = span.noise
        ? el("del", {title: `${span.noise[2]} · ${span.noise[3]}${span.noise[4] ? " → " + span.noise[4] : ""}`})
        : el("mark", {class: span.mention[3], id: `mention-${span.mention[0]}`, tabindex: 0, role: "button", "data-tip": JSON.stringify(span.mention.slice(3)),
            "aria-label": `${span.mention[3]}: ${letters.slice(span.start, span.end).join("")} = ${span.mention[4]}`});
      if (span.mention && wrong.has(span.mention[0])) node.classList.add("wrong");
      if (span.mention && doubts.has(span.mention[0])) { node.classList.add("doubt"); node.dataset.doubt = doubts.get(span.mention[0]); }
      open.at(-1).node.append(node);
      open.push({node, end: span.end});
    }
    upto(to);
    return root;
  }
  function articleView(id) {
    const one = article(id);
    if (!one) return [el("p", {class: "empty"}, word("no article"))];
    const other = one.pair && article(one.pair);
    const parts = other ? [[one, 0, Array.from(one.text).length], [other, 0, Array.from(other.text).length]]
      : one.segments.length === 2 && one.segments.some((s) => s[3]) ? one.segments.map((s) => [one, s[0], s[1]]) : [[one, 0, Array.from(one.text).length]];
    const told = (f) => lang === "ko" && f.message_ko ? f.message_ko : f.message;
    const doubts = new Map([...one.findings, ...(other ? other.findings : [])].flatMap((f) => [f.a, f.b].filter(Boolean).map((m) => [m, told(f)])));
    const findings = [...one.findings, ...(other ? other.findings : [])].map((f) => el("div", {class: `finding ${f.severity}`},
      el("b", {class: `severity-${f.severity}`}, f.kind.replaceAll("_", " ")), " ", told(f), " ",
      ...[f.a, f.b].filter(Boolean).flatMap((m, i) => [i ? " · " : "", link(m, word(i ? "there" : "here"))])));
    const noise = el("input", {type: "checkbox", id: "noise", checked: !document.body.classList.contains("plain"), onchange: (e) => document.body.classList.toggle("plain", !e.target.checked)});
    const legend = el("p", {class: "legend"}, ...data.types.map((type) => el("span", {}, el("mark", {class: type}, word(type)))), el("label", {}, noise, " ", word("show noise")),
      el("button", {type: "button", id: "export", hidden: !wrong.size, onclick: exportWrong}, `${word("export")} (${wrong.size})`));
    return [el("h2", {}, one.title || one.source), el("p", {class: "meta"}, [one.published, one.publisher, one.reporter, one.source].filter(Boolean).join(" · ")),
      legend, ...findings, el("div", {class: "pair"}, ...parts.map(([a, from, to]) => highlighted(a, from, to, doubts)))];
  }
  function exportWrong() {
    const quote = (v) => `"${String(v).replaceAll('"', '""')}"`;
    const lines = [...wrong.values()].map((m) => ["reject", m.doc, m.type, m.text, m.start, "", "", "", ""].map(quote).join(","));
    const text = "\ufeffaction,doc_id,type,text,start,column,value,into,note\r\n" + lines.join("\r\n") + "\r\n";
    const a = el("a", {href: "data:text/csv;charset=utf-8," + encodeURIComponent(text), download: "corrections.csv"});
    a.click();
  }
  function showTip(mark) {
    const [type, value, rule, confidence, entity] = JSON.parse(mark.dataset.tip);
    tip.replaceChildren(el("b", {}, word(type)), ` ${type === "amount" && /^\d+$/.test(value) ? won(Number(value)) : value || word("no value")}`, el("br"), `${word("rule")}: ${rule} · ${Math.round(confidence * 100)} %${entity ? " · " + entity : ""}`, ...(mark.dataset.doubt ? [el("br"), el("b", {}, mark.dataset.doubt)] : []), el("br"), word("press"));
    tip.hidden = false;
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect(), size = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(box.left, innerWidth - size.width - 4))}px`;
    tip.style.top = `${box.bottom + size.height + 8 < innerHeight ? box.bottom + 6 : Math.max(4, box.top - size.height - 6)}px`;
  }
  const marked = (event) => event.target.closest && event.target.closest("mark[data-tip]");
  for (const name of ["mouseover", "focusin"]) document.addEventListener(name, (e) => { const mark = marked(e); if (mark) showTip(mark); });
  for (const name of ["mouseout", "focusout"]) document.addEventListener(name, () => { tip.hidden = true; });
  const judge = (mark) => {
    const id = mark.id.slice("mention-".length), [doc, type, span] = id.split(":");
    if (wrong.has(id)) wrong.delete(id); else wrong.set(id, {doc, type, text: mark.textContent, start: parseInt(span, 10)});
    mark.classList.toggle("wrong");
    const button = document.getElementById("export");
    button.hidden = !wrong.size;
    button.textContent = `${word("export")} (${wrong.size})`;
  };
  document.addEventListener("click", (e) => { const mark = marked(e); if (mark) { e.stopPropagation(); judge(mark); } });
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape") tip.hidden = true;
    const mark = marked(e);
    if (mark && (e.key === "Enter" || e.key === " ")) { e.preventDefault(); judge(mark); }
  });

  // ---- routes
  function show() {
    const hash = decodeURIComponent(location.hash);
    tip.hidden = true;
    document.documentElement.lang = lang;
    document.documentElement.dataset.theme = theme;
    document.getElementById("lang").textContent = lang === "ko" ? "English" : "한국어";
    for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
    const mention = hash.startsWith("#mention-") ? hash.slice("#mention-".length) : "";
    const [path, query] = (hash.startsWith("#/") ? hash.slice(2) : "").split("?");
    const name = mention ? "documents" : path;
    if (query !== undefined && data.tables[name]) (state[name] ||= {sort: null, down: false, picks: {}, page: 0}).filter = new URLSearchParams(query).get("filter") || "";
    const doc = mention ? mention.split(":")[0] : name.startsWith("article/") ? name.slice("article/".length) : "";
    if (hash === "#main") { main.focus(); return; }
    document.getElementById("tabs").replaceChildren(...["", ...Object.keys(data.tables)].map((tab) =>
      el("a", {href: `#/${tab}`, "aria-current": (doc ? "documents" : name) === tab ? "page" : null}, word(tab || "overview"))));
    main.replaceChildren(...(doc ? articleView(doc) : data.tables[name] ? tableView(name) : overview()));
    const mark = mention && document.getElementById(`mention-${mention}`);
    if (mark) { mark.classList.add("here"); mark.scrollIntoView({block: "center"}); mark.focus({preventScroll: true}); showTip(mark); }
    else if (hash) scrollTo(0, 0);
    document.documentElement.dataset.ready ||= Math.round(performance.now());
  }
  document.getElementById("lang").addEventListener("click", () => { lang = lang === "ko" ? "en" : "ko"; store("dongne-lang", lang); show(); });
  document.getElementById("theme").addEventListener("click", () => { theme = theme === "dark" ? "light" : "dark"; store("dongne-theme", theme); show(); });
  addEventListener("hashchange", show);
  show();
})();
