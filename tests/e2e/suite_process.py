"""A running suite for end-to-end tests: the built binaries, on loopback, ended with the test."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

READY_SECONDS = 420  # a debug build loads the demonstration data slowly


class CommandFailed(Exception):
    """The command line ended with an error; `text` is what it said."""

    def __init__(self, text):
        super().__init__(text)
        self.text = text


class SuiteProcess:
    """`mudiriya-suite` in a folder of its own, and `mudiriya` to talk to it."""

    def __init__(self, build_dir, seed):
        self.bin = Path(build_dir) / 'bin'
        self.dir = Path(tempfile.mkdtemp(prefix='mudiriya-e2e-'))
        self.log = open(self.dir / 'suite.log', 'wb')
        self.process = None
        self._start(seed)

    def _start(self, seed):
        ready = self.dir / 'ready'
        arguments = [self.bin / 'mudiriya-suite', '--data_dir', self.dir / 'data', '--listen',
                     '127.0.0.1:0', '--ready_file', ready] + (['--seed'] if seed else [])
        self.process = subprocess.Popen(arguments, stdout=self.log, stderr=self.log,
                                        stdin=subprocess.DEVNULL, env=self._environment())
        deadline = time.monotonic() + READY_SECONDS
        while not ready.exists():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError('the suite did not become ready:\n' + self.log_text()[-4000:])
            try:
                self.process.wait(0.1)
            except subprocess.TimeoutExpired:
                pass

    def _environment(self):
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith('MUDIRIYA_')}
        return {**kept, 'MUDIRIYA_DATA_DIR': str(self.dir / 'data')}

    def log_text(self):
        return (self.dir / 'suite.log').read_text(errors='replace')

    def run(self, *arguments, token=None, lang='en', stdin=None):
        """What the command prints. Raises CommandFailed with what it said on an error."""
        command = [self.bin / 'mudiriya', '--lang', lang]
        if token:
            command += ['--token', token]
        done = subprocess.run(command + [str(argument) for argument in arguments], input=stdin,
                              capture_output=True, text=True, env=self._environment(),
                              cwd=self.dir, check=False)
        if done.returncode != 0:
            raise CommandFailed(done.stderr)
        return done.stdout

    def json(self, *arguments, **options):
        return json.loads(self.run(*arguments, '--output', 'json', **options))

    def token(self, role, directorate, subject):
        return self.run('token', '--role', role, '--directorate', directorate, '--subject',
                        subject).strip()

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            code = self.process.wait(60)
            if code != 0:
                raise RuntimeError(f'the suite ended with {code}:\n' + self.log_text()[-4000:])
        self.log.close()
        shutil.rmtree(self.dir)
