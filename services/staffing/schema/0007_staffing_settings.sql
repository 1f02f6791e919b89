-- What each directorate has decided; no row stands for all defaults. `settings` is the message in
-- JSON, without what has a column of its own.
CREATE TABLE staffing_settings (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  settings LONGTEXT NOT NULL CHECK (JSON_VALID(settings)),
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
