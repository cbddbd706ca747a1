"""What documents gave in earlier runs, so that a run over a grown folder, or after one that was killed, works on what is new alone.

A database in the folder `.cache` beside the tables. Its keys are digests of a document and of all that its result depends on
(code, libraries, settings), so an entry is never out of date, only no longer asked for; those go at the end of a run.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from dataclasses import fields
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.records import Document

FOLDER = ".cache"
# Seconds between commits: what a killed run has to do again.
_COMMIT_EVERY = 2.0


class Cache:
    """Packed results by document. Only one run at a time has it: raises PipelineError where another one is at work."""

    def __init__(self, out: Path, made_with: str) -> None:
        self.made_with = made_with
        path = out / FOLDER / "documents.sqlite"
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._database = self._open(path)
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                raise PipelineError(
                    f"another run is writing tables in {out}; wait for it, or give another folder"
                ) from error
            # No database at all: made anew, as everything in it can be.
            path.unlink()
            self._database = self._open(path)
        self._committed = time.monotonic()

    @staticmethod
    def _open(path: Path) -> sqlite3.Connection:
        database = sqlite3.connect(path, timeout=0, isolation_level=None)
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("BEGIN EXCLUSIVE")
        database.execute("CREATE TABLE IF NOT EXISTS documents (key BLOB PRIMARY KEY, packed BLOB)")
        database.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID")
        return database

    def get(self, document: Document) -> bytes | None:
        """The packed result, if an earlier run came to it."""
        key = self._key(document)
        found = self._database.execute("SELECT packed FROM documents WHERE key = ?", (key,)).fetchone()
        if found is not None:
            self._database.execute("INSERT OR IGNORE INTO used VALUES (?)", (key,))
        return found[0] if found is not None else None

    def put(self, document: Document, packed: bytes) -> None:
        """Keeps a result, if `get` did not give it; it is safe on disk some seconds later."""
        key = self._key(document)
        if self._database.execute("INSERT OR IGNORE INTO used VALUES (?)", (key,)).rowcount:
            self._database.execute("INSERT OR REPLACE INTO documents VALUES (?, ?)", (key, packed))
        if time.monotonic() - self._committed > _COMMIT_EVERY:
            self.commit()

    def _key(self, document: Document) -> bytes:
        """The digest of all that the document's result depends on."""
        told = repr((self.made_with, *(getattr(document, field.name) for field in fields(document))))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()[:16]

    def commit(self) -> None:
        """Brings to disk what was kept."""
        self._database.execute("COMMIT")
        self._database.execute("BEGIN EXCLUSIVE")
        self._committed = time.monotonic()

    def prune(self) -> None:
        """Forgets what this run did not ask for."""
        self._database.execute("DELETE FROM documents WHERE key NOT IN (SELECT key FROM used)")
        self.commit()

    def close(self) -> None:
        """Keeps what there is, also of a run that was stopped."""
        self._database.execute("COMMIT")
        self._database.close()
