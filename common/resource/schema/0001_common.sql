-- What every service stores besides its resources: see change_log.h and write.h.

-- One row for each write, appended in the write's own transaction. `sequence` and `batch` are set
-- once, when the entry is sealed; nothing else of a row ever changes. `entry_id` is the order in which
-- entries were begun, which is not the order in which they were committed: readers go by `sequence`.
CREATE TABLE change_log (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entry_id BIGINT NOT NULL AUTO_INCREMENT,
  sequence BIGINT NULL,
  batch BIGINT NULL,
  resource VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  resource_type VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_paths TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  caller VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
  method VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  change_time DATETIME(6) NOT NULL,
  PRIMARY KEY (directorate_id, entry_id),
  KEY entry_id (entry_id),
  UNIQUE KEY sequence (directorate_id, sequence)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- One row for each batch of sealed entries. `hash` is over the hash of the batch before it and the
-- batch's entries; hashes and signatures are in hexadecimal.
CREATE TABLE change_batch (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  batch BIGINT NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  signature VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seal_time DATETIME(6) NOT NULL,
  PRIMARY KEY (directorate_id, batch)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Answers that were given under a request id. `response` is NULL only inside the transaction that
-- computes it. It is the serialized message.
CREATE TABLE idempotency (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  caller VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
  method VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_id VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  request_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  response LONGBLOB NULL,
  create_time DATETIME(6) NOT NULL,
  PRIMARY KEY (directorate_id, caller, method, request_id),
  KEY create_time (directorate_id, create_time)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
