"""The main job on the demonstration data: who is missing where, and whom to move."""

import csv
import io
import os
import sys
import unittest

from suite_process import CommandFailed, SuiteProcess

BUILD_DIR = os.environ['MUDIRIYA_BUILD_DIR']


def setUpModule():
    global suite
    suite = SuiteProcess(BUILD_DIR, seed=True)


def tearDownModule():
    suite.stop()


def gaps(*arguments, **options):
    return suite.json('staffing', 'gaps', '--directorate', 'assiut', *arguments, **options)['gaps']


def total(rows, field):
    return sum(row.get(field, 0) for row in rows)


class GapsTest(unittest.TestCase):
    def test_sums_by_area_type_and_cadre_agree_with_the_list(self):
        rows = gaps()
        self.assertGreater(len(rows), 100)
        for by in ('area', 'type', 'cadre'):
            answer = suite.json('staffing', 'gaps', '--directorate', 'assiut', '--by', by)
            for field in ('required', 'current', 'difference'):
                self.assertAlmostEqual(total(answer['summaries'], field), total(rows, field), 6)
                self.assertAlmostEqual(answer['total'].get(field, 0), total(rows, field), 6)

    def test_csv_has_the_same_rows_and_opens_in_spreadsheets(self):
        text = suite.run('export', 'gaps', '--directorate', 'assiut')
        self.assertTrue(text.startswith('\ufeff'))
        rows = list(csv.DictReader(io.StringIO(text.lstrip('\ufeff'))))
        self.assertEqual(len(rows), len(gaps()))
        self.assertAlmostEqual(sum(float(row['Required']) for row in rows),
                               total(gaps(), 'required'), 6)

    def test_the_most_urgent_come_first_with_every_term(self):
        rows = gaps()
        urgencies = [row.get('urgency', 0) for row in rows]
        self.assertEqual(urgencies, sorted(urgencies, reverse=True))
        for row in rows:
            terms = row['priority']
            self.assertAlmostEqual(terms['priority'],
                                   1 + sum(terms.get(term, 0) for term in
                                           ('density_term', 'remoteness_term', 'critical_term')))

    def test_weights_change_the_order(self):
        dense = gaps('--weights', 'density=10', 'remoteness=0', 'critical=0')
        remote = gaps('--weights', 'density=0', 'remoteness=10', 'critical=0')
        self.assertEqual({row['name'] for row in dense}, {row['name'] for row in remote})
        self.assertNotEqual([row['name'] for row in dense[:20]],
                            [row['name'] for row in remote[:20]])

    def test_an_area_holds_only_its_subtree(self):
        district = suite.json('staffing', 'gaps', '--directorate', 'assiut', '--by', 'area')
        row = next(row for row in district['summaries'] if row.get('required', 0) > 0)
        inside = gaps('--area', row['key'])
        self.assertAlmostEqual(total(inside, 'required'), row['required'], 6)

    def test_every_directorate_has_gaps_whether_it_holds_persons_or_counts(self):
        for directorate in ('homs', 'mostaganem', 'libya'):
            rows = suite.json('staffing', 'gaps', '--directorate', directorate)['gaps']
            self.assertLess(min(row.get('difference', 0) for row in rows), 0, directorate)

    def test_the_table_is_printed_in_arabic(self):
        self.assertIn('المنشأة', suite.run('staffing', 'gaps', '--directorate', 'homs', lang='ar'))


class AccessTest(unittest.TestCase):
    def test_another_directorate_cannot_be_told_from_one_that_does_not_exist(self):
        token = suite.token('planner', 'homs', 'homs-planner')
        said = []
        for directorate in ('assiut', 'nowhere'):
            with self.assertRaises(CommandFailed) as failed:
                suite.run('list', 'facilities', '--directorate', directorate, token=token)
            said.append(failed.exception.text.replace(directorate, '*'))
        self.assertEqual(said[0], said[1])
        self.assertIn('NOT_FOUND', said[0])

    def test_a_viewer_cannot_write(self):
        token = suite.token('viewer', 'homs', 'homs-viewer')
        with self.assertRaises(CommandFailed) as failed:
            suite.run('update', 'facility', first_facility('homs'), '--set', 'beds=1',
                      '--directorate', 'homs', token=token)
        self.assertIn('PERMISSION_DENIED', failed.exception.text)

    def test_all_faults_of_a_request_come_back_together_in_arabic(self):
        with self.assertRaises(CommandFailed) as failed:
            suite.run('create', 'facility', 'Bad_Id', '--directorate', 'homs', '--set', 'beds=-1',
                      lang='ar')
        for field in ('beds', 'display_name', 'type', 'area'):
            self.assertIn(field, failed.exception.text)
        self.assertRegex(failed.exception.text, '[\u0600-\u06ff]')


def first_facility(directorate):
    return suite.json('list', 'facilities', '--directorate', directorate,
                      '--limit', '1')['facilities'][0]['name']


class PlanTest(unittest.TestCase):
    def test_a_plan_from_draft_to_effect(self):
        planner = suite.token('planner', 'assiut', 'planner')
        approver = suite.token('approver', 'assiut', 'deputy')
        plan = suite.json('staffing', 'plan', 'create', 'first', '--directorate', 'assiut',
                          '--set', 'max_moves=25', token=planner)
        moves = plan['moves']
        self.assertEqual(len(moves), 25)
        for move in moves:
            self.assertGreaterEqual(move['donor']['after'], move['donor'].get('required', 0))
            self.assertTrue(move['reason'])
        before, after = (plan['allocation_plan'][key]['total']
                         for key in ('objective_before', 'objective_after'))
        self.assertLess(after, before)

        def step(verb, token, *arguments):
            return suite.json('staffing', 'plan', verb, 'first', '--directorate', 'assiut',
                              *arguments, token=token)['state']

        self.assertEqual(step('propose', planner), 'PROPOSED')
        with self.assertRaises(CommandFailed) as failed:
            step('approve', planner)
        self.assertIn('PERMISSION_DENIED', failed.exception.text)
        self.assertEqual(step('approve', approver), 'APPROVED')
        self.assertEqual(step('order', approver, '--effective-date', today()), 'ORDERED')
        page = suite.run('staffing', 'plan', 'print', 'first', '--directorate', 'assiut',
                         token=approver, lang='ar')
        self.assertIn('dir="rtl"', page)
        shortage = suite.json('staffing', 'gaps', '--directorate', 'assiut', '--by',
                              'cadre')['total']['shortage']
        self.assertEqual(step('apply', approver), 'EFFECTIVE')
        self.assertLess(suite.json('staffing', 'gaps', '--directorate', 'assiut', '--by',
                                   'cadre')['total']['shortage'], shortage)

    def test_the_proposer_cannot_approve_even_with_the_right_to(self):
        both = suite.run('token', '--role', 'mostaganem:planner', 'mostaganem:approver',
                         '--subject', 'one-person').strip()
        run = lambda verb, *more: suite.run('staffing', 'plan', verb, 'own', '--directorate',
                                            'mostaganem', *more, token=both)
        run('create')
        run('propose')
        with self.assertRaises(CommandFailed) as failed:
            run('approve')
        self.assertIn('PERMISSION_DENIED', failed.exception.text)

    def test_a_what_if_stores_nothing_and_repeats_itself(self):
        ask = lambda: suite.json('staffing', 'plan', 'create', '--dry-run', '--directorate', 'homs',
                                 '--set', 'max_moves=30')
        listed = suite.run('list', 'allocationPlans', '--directorate', 'homs')
        self.assertEqual(ask()['moves'], ask()['moves'])
        self.assertEqual(suite.run('list', 'allocationPlans', '--directorate', 'homs'), listed)

    def test_a_plan_whose_people_have_moved_is_refused_by_name(self):
        directorate = ('--directorate', 'homs')
        plan = suite.json('staffing', 'plan', 'create', 'stale', *directorate,
                          '--set', 'max_moves=5')
        suite.run('staffing', 'plan', 'propose', 'stale', *directorate)
        assignment = plan['moves'][0]['assignment']
        suite.run('update', 'assignment', assignment, '--set', 'fte=0.5')
        approver = suite.token('approver', 'homs', 'deputy')
        with self.assertRaises(CommandFailed) as failed:
            suite.run('staffing', 'plan', 'approve', 'stale', *directorate, token=approver)
        self.assertIn('ABORTED', failed.exception.text)
        self.assertIn(assignment.split('/')[3], failed.exception.text)


def today():
    """A day that is today or later in every directorate's calendar."""
    import datetime
    return (datetime.datetime.now(datetime.timezone.utc) +
            datetime.timedelta(hours=4)).date().isoformat()


class SeedTest(unittest.TestCase):
    def test_loading_the_demonstration_data_again_changes_nothing(self):
        for kind, file in (('facilities', '13_facilities'), ('staffMembers', '30_staffMembers')):
            tally = suite.json('import', kind, seed_file(file), '--directorate', 'assiut')
            self.assertNotIn('created_count', nonzero(tally))
            self.assertNotIn('updated_count', nonzero(tally))
            self.assertNotIn('rejected_count', nonzero(tally))

    def test_the_log_holds_no_names_of_staff(self):
        with open(seed_file('30_staffMembers'), encoding='utf-8-sig') as file:
            names = {row['display_name.ar'] for row in csv.DictReader(file)}
        log = suite.log_text()
        self.assertGreater(len(log), 1000)
        for name in sorted(names)[:500]:
            self.assertNotIn(name, log)


def nonzero(tally):
    return {key for key, value in tally.items() if value not in (0, '0', [])}


def seed_file(name):
    return os.path.join(os.path.dirname(__file__), '..', '..', 'seeds', 'assiut', name + '.csv')


if __name__ == '__main__':
    unittest.main(argv=sys.argv, verbosity=2)
