"""A real country's health workforce, imported as a directorate of its own: 133 units, 9 cadres.

The data lie beside the checkout, in ../shared/data/malawi; where they are missing this test is not
registered.
"""

import csv
import io
import json
import os
import sys
import unittest
from collections import defaultdict
from pathlib import Path

from suite_process import SuiteProcess

DATA = Path(os.environ['MUDIRIYA_MALAWI_DATA'])
WHERE = ('--directorate', 'malawi')

# Level of the source → type in the registry.
TYPES = {'0': 'CLINIC', '1a': 'HEALTH_CENTRE', '1b': 'HOSPITAL', '2': 'HOSPITAL', '3': 'HOSPITAL',
         '4': 'SPECIALISED_CENTRE', '5': 'ADMINISTRATIVE_OFFICE'}
CATEGORIES = {'Clinical': 'PHYSICIAN', 'DCSA': 'PUBLIC_HEALTH', 'Dental': 'DENTISTRY',
              'Laboratory': 'LABORATORY', 'Mental': 'MENTAL_HEALTH',
              'Nursing_and_Midwifery': 'NURSING', 'Nutrition': 'PUBLIC_HEALTH',
              'Pharmacy': 'PHARMACY', 'Radiography': 'IMAGING'}

UNIT = {'conversion': 'INTEGER', 'template': 'unit-{}'}


def rows(name):
    with open(DATA / name, encoding='utf-8') as file:
        return list(csv.DictReader(file))


def table(header, lines):
    text = io.StringIO()
    csv.writer(text).writerows([header] + lines)
    return text.getvalue()


def slug(name):
    return name.lower().replace(' ', '-').replace('_', '-')


class Directorate:
    """Imports the source's files, each by a mapping of its columns."""

    def __init__(self, suite):
        self.suite = suite

    def load(self, kind, text, mappings=None):
        arguments = ['import', kind, '-', *WHERE]
        if mappings:
            path = self.suite.dir / 'mapping.json'
            path.write_text(json.dumps({'header_mappings': mappings}))
            arguments += ['--mapping', path]
        tally = self.suite.json(*arguments, stdin=text)
        if int(tally.get('rejected_count', 0)):
            raise AssertionError(f'{kind}: {tally["outcomes"][:3]}')
        return tally

    def create(self):
        self.suite.run('create', 'directorate', 'malawi', '--set', 'display_name.en=Malawi',
                       '--set', 'country=MW', '--set', 'time_zone=Africa/Blantyre')
        self.load('areas', self.districts())
        self.load('cadres', table(('cadre', 'display_name.en', 'category', 'counts_as_skilled'),
                                  [(slug(name), name.replace('_', ' '), category,
                                    str(category in ('PHYSICIAN', 'NURSING')).lower())
                                   for name, category in CATEGORIES.items()]))
        self.load('facilities', (DATA / 'Master_Facilities_List.csv').read_text(), [
            {'column': 'Facility_ID', 'field': 'facility', **UNIT},
            {'column': 'Facility_Name', 'field': 'display_name.en'},
            {'column': 'Facility_Level', 'field': 'type', 'values': TYPES},
            {'column': 'District', 'field': 'area', 'conversion': 'SLUG',
             'values': {'': 'national'}}])
        self.suite.run('update', 'staffingSettings', *WHERE, '--set', 'staff_data_source=RETURNS',
                       '--set', 'requirement_sources=ESTABLISHMENT')

    def districts(self):
        population = defaultdict(float)
        for row in rows('PopulationSize_2018Census.csv'):
            population[row['District']] += float(row['Count'])
        names = {row['District'] for row in rows('Master_Facilities_List.csv')} - {''}
        lines = [('national', 'National', '', 'GOVERNORATE', '')]
        lines += [(slug(name), name, 'national', 'DISTRICT', round(population.get(name, 0)) or '')
                  for name in sorted(names)]
        return table(('area', 'display_name.en', 'parent_area', 'level', 'population'), lines)

    def staff(self, file, kind, figure, *more):
        return self.load(kind, (DATA / file).read_text(), [
            {'column': 'Facility_ID', 'field': 'facility', **UNIT},
            {'column': 'Officer_Category', 'field': 'cadre', 'conversion': 'SLUG'},
            {'column': 'Staff_Count', 'field': figure}, *more])


def setUpModule():
    global suite
    suite = SuiteProcess(os.environ['MUDIRIYA_BUILD_DIR'], seed=False)
    malawi = Directorate(suite)
    malawi.create()
    malawi.staff('actual_Daily_Capabilities.csv', 'staffReturns', 'head_count',
                 {'field': 'month', 'constant': '2018-01-01'})
    malawi.staff('funded_plus_Daily_Capabilities.csv', 'establishments', 'posts')


def tearDownModule():
    suite.stop()


class MalawiTest(unittest.TestCase):
    def check(self, figures):
        """figures: cadre id → (current, required), from whichever way out."""
        current = sum(figure[0] for figure in figures.values())
        required = sum(figure[1] for figure in figures.values())
        self.assertEqual(round(current, 3), 24458)
        self.assertEqual(round(required, 3), 39961)
        self.assertEqual([round(value, 3) for value in figures['clinical']], [3819, 8101])
        self.assertEqual([round(value, 3) for value in figures['nursing-and-midwifery']],
                         [8079, 16228])

    def test_all_units_and_cadres_are_there(self):
        self.assertEqual(len(suite.json('list', 'facilities', *WHERE)['facilities']), 133)
        self.assertEqual(len(suite.json('list', 'cadres', *WHERE)['cadres']), 9)

    def test_totals_by_cadre(self):
        answer = suite.json('staffing', 'gaps', *WHERE, '--by', 'cadre')
        self.check({row['key'].split('/')[-1]: (row.get('current', 0), row.get('required', 0))
                    for row in answer['summaries']})

    def test_totals_of_the_list(self):
        self.check(self.add((gap['cadre'].split('/')[-1], gap.get('current', 0),
                             gap.get('required', 0))
                            for gap in suite.json('staffing', 'gaps', *WHERE)['gaps']))

    def test_totals_of_the_csv_file(self):
        text = suite.run('export', 'gaps', *WHERE).lstrip('\ufeff')
        self.check(self.add((row['Cadre id'], float(row['Current']), float(row['Required']))
                            for row in csv.DictReader(io.StringIO(text))))

    def add(self, gaps):
        figures = defaultdict(lambda: (0.0, 0.0))
        for cadre, current, required in gaps:
            figures[cadre] = (figures[cadre][0] + current, figures[cadre][1] + required)
        return figures

    def test_a_plan_is_computed_and_no_donor_falls_below_its_need(self):
        plan = suite.json('staffing', 'plan', 'create', '--dry-run', *WHERE)
        self.assertTrue(plan['allocation_plan']['proven_optimal'])
        for move in plan['moves']:
            self.assertGreaterEqual(move['donor']['after'], move['donor'].get('required', 0))


if __name__ == '__main__':
    unittest.main(argv=sys.argv, verbosity=2)
