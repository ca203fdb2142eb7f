"""cluster.py -- a PostgreSQL of a suite's own.

In a temporary folder, reached by a socket there and by no network, run by a
user without rights, stopped and removed at the end.  Nothing is written to the
disk before it must be, as where one server has many programs.
"""

import glob
import os
import shutil
import subprocess
import tempfile


def newest():
    """The folder of the newest PostgreSQL's programs, or None."""
    found = [os.path.dirname(p)
             for p in glob.glob("/usr/lib/postgresql/*/bin/initdb")]
    return max(found, key=lambda p: float(p.split("/")[4]), default=None)


class Cluster:
    """Started; its owner of databases is `keeper`."""

    def __init__(self, *settings):
        self.binaries = newest()
        self.folder = tempfile.mkdtemp(prefix="cluster-")
        os.chmod(self.folder, 0o755)
        self.data = os.path.join(self.folder, "data")
        self.socket = os.path.join(self.folder, "s")
        self.plain = (["runuser", "-u", "nobody", "--"]
                      if os.geteuid() == 0 else [])
        for folder in (self.data, self.socket):
            os.mkdir(folder)
            if self.plain:
                shutil.chown(folder, "nobody")
        self.server("initdb", "-D", self.data, "-U", "super", "--auth=trust",
                    "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        words = ["listen_addresses=", "unix_socket_directories=" +
                 self.socket, *settings]
        self.server("pg_ctl", "-D", self.data, "-w", "-s", "-l",
                    os.path.join(self.data, "log"), "-o", " ".join(
                        f"-c {w}" for w in words), "start")
        self.sql("CREATE ROLE keeper LOGIN")

    def server(self, program, *words):
        done = subprocess.run([*self.plain, os.path.join(
            self.binaries, program), *words], cwd="/", capture_output=True,
            text=True, check=False, timeout=120)
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)

    def stop(self):
        if os.path.exists(os.path.join(self.data, "postmaster.pid")):
            self.server("pg_ctl", "-D", self.data, "-w", "-s", "-m",
                        "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def words(self, user="keeper", db="hub"):
        return f"host={self.socket} dbname={db} user={user}"

    def sql(self, text, user="super", db="postgres"):
        """What psql says: rows as lines, cells with | between."""
        done = subprocess.run(
            [os.path.join(self.binaries, "psql"), "-X", "-q", "-A", "-t", "-v",
             "ON_ERROR_STOP=1", "-h", self.socket, "-U", user, "-d", db, "-f",
             "-"], input=text, capture_output=True, text=True, check=False,
            timeout=600)
        if done.returncode:
            raise RuntimeError(text + done.stdout + done.stderr)
        return done.stdout.strip()

    def log(self):
        with open(os.path.join(self.data, "log"), encoding="utf-8") as file:
            return file.read()
