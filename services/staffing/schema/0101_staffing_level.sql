-- Staff against requirement, one row for each facility and cadre that has either: see levels.h. What
-- follows from the figures (difference, ratio, band, urgency) is stored too, so that lists are
-- filtered and sorted by indexes. `gap_id` is made of facility and cadre. The ranks are those of
-- `place`, 0 where unknown; `urgency` is by the weights of the directorate's settings.
CREATE TABLE staffing_level (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  gap_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  area_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NULL,
  required_fte DOUBLE NOT NULL,
  current_fte DOUBLE NOT NULL,
  difference DOUBLE NOT NULL,
  ratio DOUBLE NULL,
  band VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  full_time_count DOUBLE NOT NULL,
  requirement_source VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  established_posts DOUBLE NULL,
  vacant_posts DOUBLE NULL,
  density_rank DOUBLE NOT NULL,
  remoteness_rank DOUBLE NOT NULL,
  critical_service BOOLEAN NOT NULL,
  urgency DOUBLE NOT NULL,
  PRIMARY KEY (directorate_id, gap_id),
  KEY facility (directorate_id, facility_id, cadre_id),
  KEY cadre (directorate_id, cadre_id, facility_id),
  KEY area (directorate_id, area_id),
  KEY urgency (directorate_id, urgency DESC, gap_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What the levels of a directorate were computed with: the day, where staff and requirements are
-- taken from, and the weights of priority. Writers of single levels hold it shared, so that they do
-- not wait for one another; who changes what it says holds it alone.
CREATE TABLE level_state (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  as_of_date DATE NOT NULL,
  sources VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  density_weight DOUBLE NOT NULL,
  remoteness_weight DOUBLE NOT NULL,
  critical_weight DOUBLE NOT NULL,
  PRIMARY KEY (directorate_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Sums of levels. A row is a group: the facilities of one area (dimension AREA, '' for none) or one
-- type (TYPE), in one cadre or in all of them ('').
CREATE TABLE level_sum (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  dimension VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  group_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  required_fte DOUBLE NOT NULL,
  current_fte DOUBLE NOT NULL,
  shortage DOUBLE NOT NULL,
  surplus DOUBLE NOT NULL,
  gap_count BIGINT NOT NULL,
  short_count BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, dimension, cadre_id, group_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Differences that are not in level_sum yet. Each write inserts its own rows and so waits for nobody;
-- a sum is the row of level_sum and these together.
CREATE TABLE level_sum_delta (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  delta_id BIGINT NOT NULL AUTO_INCREMENT,
  facility_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  area_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  required_fte DOUBLE NOT NULL,
  current_fte DOUBLE NOT NULL,
  shortage DOUBLE NOT NULL,
  surplus DOUBLE NOT NULL,
  gap_count BIGINT NOT NULL,
  short_count BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, delta_id),
  KEY delta_id (delta_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Estimates that are older than what they are estimated from: a facility of this type in this
-- district has got another requirement of its own. Readers refresh them before they answer.
CREATE TABLE stale_estimate (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stale_estimate_id BIGINT NOT NULL AUTO_INCREMENT,
  district_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (directorate_id, stale_estimate_id),
  KEY stale_estimate_id (stale_estimate_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Requirements of the past: the one that was in force from this month (its first day) on.
CREATE TABLE requirement_month (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  month DATE NOT NULL,
  required_fte DOUBLE NOT NULL,
  PRIMARY KEY (directorate_id, facility_id, cadre_id, month)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
