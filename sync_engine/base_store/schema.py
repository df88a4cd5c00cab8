"""The schema and its migrations. A version is never edited, only followed by another.

Statements are told apart by their semicolons: none may stand inside of one.
"""

from __future__ import annotations

VERSION_1 = """
CREATE TABLE content (
  hash TEXT PRIMARY KEY, size INTEGER NOT NULL, packed INTEGER NOT NULL, data BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE collection (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  principal TEXT NOT NULL,
  kind TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  info BLOB NOT NULL,
  listed INTEGER NOT NULL DEFAULT 1,
  local_name TEXT,
  token TEXT,
  hint_token TEXT,
  hint_ctag TEXT,
  warm INTEGER NOT NULL DEFAULT 0,
  wrote INTEGER NOT NULL DEFAULT 0,
  audited_at REAL NOT NULL DEFAULT 0,
  traits BLOB NOT NULL DEFAULT '{}'
);
CREATE TABLE base (
  id INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL REFERENCES collection(id) ON DELETE CASCADE,
  href TEXT NOT NULL,
  href_key TEXT NOT NULL,
  etag TEXT,
  local_id TEXT NOT NULL,
  local_fp TEXT,
  uid TEXT,
  local_hash TEXT NOT NULL,
  remote_hash TEXT NOT NULL,
  UNIQUE (collection, href_key),
  UNIQUE (collection, local_id)
);
CREATE INDEX base_uid ON base (collection, uid);
CREATE TABLE shadow (
  collection INTEGER NOT NULL REFERENCES collection(id) ON DELETE CASCADE,
  href_key TEXT NOT NULL,
  href TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('present', 'gone', 'failed')),
  etag TEXT,
  hash TEXT,
  reference TEXT,
  message TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (collection, href_key)
) WITHOUT ROWID;
CREATE TABLE intent (
  id INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL REFERENCES collection(id) ON DELETE CASCADE,
  row INTEGER,
  href TEXT NOT NULL,
  local_id TEXT NOT NULL,
  expected TEXT,
  hash TEXT NOT NULL,
  returned TEXT,
  at REAL NOT NULL
);
CREATE TABLE sleeper (
  collection INTEGER NOT NULL REFERENCES collection(id) ON DELETE CASCADE,
  local_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  reference TEXT NOT NULL,
  message TEXT NOT NULL DEFAULT '',
  remote TEXT,
  at REAL NOT NULL,
  PRIMARY KEY (collection, local_id)
) WITHOUT ROWID;
CREATE TABLE hold (
  id INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL REFERENCES collection(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'rejected', 'closed')),
  opened_at REAL NOT NULL,
  decided_at REAL
);
CREATE TABLE hold_item (
  hold INTEGER NOT NULL REFERENCES hold(id) ON DELETE CASCADE,
  item TEXT NOT NULL,
  local_hash TEXT,
  remote_hash TEXT,
  PRIMARY KEY (hold, item)
) WITHOUT ROWID;
CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  at REAL NOT NULL,
  run INTEGER NOT NULL,
  collection INTEGER NOT NULL,
  side TEXT NOT NULL,
  reason TEXT NOT NULL,
  href TEXT,
  local_id TEXT,
  uid TEXT,
  hash TEXT NOT NULL,
  counted INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX history_time ON history (collection, at);
CREATE INDEX history_uid ON history (uid, hash);
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  started_at REAL NOT NULL,
  ended_at REAL,
  trigger TEXT NOT NULL,
  outcome TEXT,
  report BLOB
);
CREATE TABLE run_item (
  run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
  at REAL NOT NULL,
  collection INTEGER NOT NULL,
  verb TEXT NOT NULL,
  href TEXT,
  local_id TEXT,
  uid TEXT,
  reference TEXT,
  message TEXT
);
CREATE INDEX run_item_run ON run_item (run);
CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

VERSION_2 = """
CREATE TABLE conflict (
  id INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL REFERENCES collection(id) ON DELETE CASCADE,
  item TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'settled', 'closed')),
  keep TEXT,
  opened_at REAL NOT NULL,
  decided_at REAL,
  run INTEGER NOT NULL,
  uid TEXT,
  href TEXT,
  local_id TEXT,
  base_local TEXT,
  base_remote TEXT,
  local_hash TEXT,
  remote_hash TEXT,
  properties TEXT NOT NULL
);
CREATE INDEX conflict_item ON conflict (collection, item);
CREATE TABLE effect (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  collection INTEGER NOT NULL,
  at REAL NOT NULL,
  side TEXT NOT NULL,
  href TEXT,
  local_id TEXT,
  uid TEXT,
  before_hash TEXT,
  after_hash TEXT
);
CREATE INDEX effect_run ON effect (run);
"""

VERSION_3 = """
CREATE TABLE beyond (
  collection INTEGER NOT NULL REFERENCES collection(id) ON DELETE CASCADE,
  href_key TEXT NOT NULL,
  href TEXT NOT NULL,
  etag TEXT NOT NULL,
  uid TEXT,
  ends REAL NOT NULL,
  local_id TEXT,
  local_hash TEXT,
  remote_hash TEXT,
  PRIMARY KEY (collection, href_key)
) WITHOUT ROWID;
CREATE INDEX beyond_uid ON beyond (collection, uid);
CREATE INDEX beyond_ends ON beyond (collection, ends);
CREATE TABLE extent (hash TEXT PRIMARY KEY, ends REAL) WITHOUT ROWID;
CREATE TABLE past_limit (
  collection INTEGER PRIMARY KEY REFERENCES collection(id) ON DELETE CASCADE,
  days INTEGER NOT NULL,
  cutoff REAL NOT NULL
);
"""

VERSION_4 = """
ALTER TABLE collection ADD COLUMN folder_url TEXT;
ALTER TABLE collection ADD COLUMN deleted_at REAL;
CREATE TABLE operation (
  id INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL REFERENCES collection(id) ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (what IN ('create', 'change', 'delete')),
  display_name TEXT,
  color TEXT,
  at REAL NOT NULL,
  until REAL NOT NULL,
  answered INTEGER NOT NULL DEFAULT 0
);
"""

VERSION_5 = """
ALTER TABLE conflict ADD COLUMN picks TEXT NOT NULL DEFAULT '{}';
"""

VERSION_6 = """
CREATE TABLE rendering (
  place TEXT NOT NULL,
  uid TEXT NOT NULL,
  name TEXT NOT NULL,
  given_hash TEXT NOT NULL,
  read_hash TEXT NOT NULL,
  PRIMARY KEY (place, uid)
);
CREATE INDEX rendering_uid ON rendering (uid);
"""

VERSION_7 = """
ALTER TABLE rendering ADD COLUMN next_hash TEXT;
"""

MIGRATIONS: tuple[str, ...] = (
    *(VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5, VERSION_6, VERSION_7),
)
"""``MIGRATIONS[n]`` takes ``user_version`` n to n + 1."""
