"""Mining at scale: one result whatever the engine or the interruptions."""

from __future__ import annotations

import builtins
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from conftest import ROOT

from vnru_terms.findings import MissingExtraError, UnreadableInputError, UnwritableOutputError
from vnru_terms.model import Termbase
from vnru_terms.store.corpus import STDIN
from vnru_terms.store.shards import ShardStore
from vnru_terms.store.worklist import render_worklist
from vnru_terms.workflow import counting_shards, dask_cluster
from vnru_terms.workflow.counting import Plan
from vnru_terms.workflow.mine import Mined, explain, mine
from vnru_terms.workflow.process_pool import ProcessPool, Task

NEW_END = "Hai bên ra tuyên bố chung về quan hệ đối tác chiến lược toàn diện giữa hai nước."


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles, one of them printed a second time with a new end, and a broken file."""
    folder = tmp_path_factory.mktemp("corpus")
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    for n, seed in enumerate(seeds):
        (folder / f"{n}.txt").write_bytes(seed.read_bytes())
    again = seeds[1].read_text(encoding="utf-8")
    (folder / "0-again.txt").write_text(f"{again}\n\n{NEW_END}\n", encoding="utf-8")
    (folder / "3-broken.txt").write_bytes(b"\xff\xfe\x00")
    return folder


@pytest.fixture(scope="module")
def in_memory(corpus: Path) -> Mined:
    return mine([corpus], Termbase())


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some shards even of the samples."""
    monkeypatch.setattr(counting_shards, "SMALLEST_SHARD", 30_000)


def as_bytes(mined: Mined) -> tuple[str, object, int, int]:
    found = sorted(map(str, mined.findings))
    return render_worklist(mined.candidates), found, mined.documents, mined.sentences


@pytest.mark.usefixtures("small_shards")
@pytest.mark.parametrize("jobs", [1, 2])
def test_processes_give_the_same_bytes(
    corpus: Path, in_memory: Mined, tmp_path: Path, jobs: int
) -> None:
    """Shards in one process or two give the bytes of one pass; the second run counts nothing."""
    plan = Plan(jobs=jobs, work=tmp_path)
    seen: list[tuple[int, int]] = []
    found = mine([corpus], Termbase(), plan=plan, progress=lambda *done: seen.append(done))
    assert as_bytes(found) == as_bytes(in_memory)
    assert [f.code for f in found.findings] == ["E102"]
    assert seen[0] == (0, 7) and seen[-1] == (7, 7) and len(seen) > 3
    made = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*.parquet")}
    assert as_bytes(mine([corpus], Termbase(), plan=plan)) == as_bytes(in_memory)
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*.parquet")} == made
    best = mine([corpus], Termbase(), plan=plan, top=5)
    assert best.candidates == in_memory.candidates[:5]
    term = in_memory.candidates[8].term
    assert explain([corpus], term, plan=plan) == explain([corpus], term)


@pytest.mark.usefixtures("small_shards")
@pytest.mark.filterwarnings("ignore")
def test_a_dask_cluster_gives_the_same_bytes(corpus: Path, in_memory: Mined) -> None:
    """Two workers of a local cluster, which get the texts sent, give the bytes of one pass."""
    import distributed

    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    )
    with cluster:
        plan = Plan(engine="dask", scheduler=cluster.scheduler_address, jobs=1)
        found = mine([corpus], Termbase(), plan=plan)
    assert as_bytes(found) == as_bytes(in_memory)


def test_new_terms_only(corpus: Path, tmp_path: Path, termbase: Termbase) -> None:
    """Leaving out what the glossary has gives the same list from shards as from memory."""
    wanted = mine([corpus], termbase, new=True, top=30)
    found = mine([corpus], termbase, new=True, top=30, plan=Plan(work=tmp_path, jobs=1))
    assert found.candidates == wanted.candidates


def test_standard_input_in_shards(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Standard input is an article like others, also where the counting is done elsewhere."""

    def mined(plan: Plan) -> Mined:
        stdin = io.TextIOWrapper(io.BytesIO((corpus / "2.txt").read_bytes()))
        monkeypatch.setattr(sys, "stdin", stdin)
        return mine([STDIN, corpus / "1.txt"], Termbase(), plan=plan)

    assert as_bytes(mined(Plan(work=tmp_path, jobs=1))) == as_bytes(mined(Plan()))


def test_the_work_folder_goes_when_the_work_is_done(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a folder of its own the work is in the user's cache, and gone after success."""
    monkeypatch.setattr(counting_shards, "cache_folder", lambda: tmp_path)
    mine([corpus / "1.txt"], Termbase(), plan=Plan(small=0, jobs=1))
    assert list((tmp_path / "mining").iterdir()) == []


def test_nothing_readable_in_shards(tmp_path: Path) -> None:
    """Where no article can be read, shards end with the error of one pass."""
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\x00")
    for plan in (Plan(), Plan(work=tmp_path / "work", jobs=1)):
        with pytest.raises(UnreadableInputError):
            mine([tmp_path / "a.txt"], Termbase(), plan=plan)


DONE = "*/count/[0-9]*[0-9]/terms.parquet"
RUN = """
import sys
import vnru_terms.workflow.counting_shards as counting_shards
from vnru_terms.__main__ import main
counting_shards.SMALLEST_SHARD = 30_000
if __name__ == "__main__":
    sys.argv = ["vnru-terms", *sys.argv[1:]]
    main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(9, -9), (signal.SIGINT, 130)])
def test_a_broken_off_run_goes_on(
    corpus: Path, termbase: Termbase, tmp_path: Path, number: int, code: int
) -> None:
    """Killed or interrupted after the first shard: no process stays, the rest is done next time."""
    script = tmp_path / "run.py"
    script.write_text(RUN, encoding="utf-8")
    work, out = tmp_path / "work", tmp_path / "out.jsonl"
    command = [sys.executable, str(script), "mine", str(corpus), "--top", "0", "--jobs", "2"]
    command += ["--work", str(work), "--out", str(out)]
    # A shell's background job ignores the signal, and so would what it starts.
    heeding = signal.signal(signal.SIGINT, signal.default_int_handler)
    broken = subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, heeding)
    wait_for(lambda: list(work.glob(DONE)) or broken.poll() is not None)
    broken.send_signal(number)
    _out, said = broken.communicate()
    assert broken.returncode == code
    assert b"Traceback" not in said
    wait_for(lambda: not group_lives(broken.pid))
    assert not out.exists()
    done = {p: p.stat().st_mtime_ns for p in work.glob(DONE)}
    if number == signal.SIGINT:
        assert not list(work.glob("*/*/*.part"))
    again = subprocess.run(command, capture_output=True, check=False)
    assert again.returncode == 1, again.stderr  # the broken file is an error
    assert done and all(p.stat().st_mtime_ns == made for p, made in done.items())
    whole = mine([corpus], termbase).candidates
    assert out.read_text(encoding="utf-8") == render_worklist(whole)


def wait_for(what: Callable[[], object]) -> None:
    for _attempt in range(1200):
        if what():
            return
        time.sleep(0.1)
    raise AssertionError("waited for two minutes")


def group_lives(leader: int) -> bool:
    try:
        os.killpg(leader, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def pool() -> Iterator[ProcessPool]:
    made = ProcessPool(2)
    yield made
    made.close()


def test_a_process_that_dies_is_replaced(pool: ProcessPool, tmp_path: Path) -> None:
    """A shard whose process died is named and done again; the others do not notice."""
    dying = f"import os, pathlib\np = pathlib.Path({str(tmp_path / 'flag')!r})\n"
    dying += "if not p.exists():\n    p.touch()\n    os._exit(9)"
    tasks = [Task(n, builtins.abs, (-n,), f"{n}.txt", 1) for n in range(6)]
    tasks.insert(2, Task(9, builtins.exec, (dying,), "dying.txt", 4))
    results = {task.shard: value for task, value in pool.run(tasks)}
    assert results == {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 9: None}
    assert [(f.code, f.place.path) for f in pool.findings] == [("W141", "dying.txt")]


def test_a_process_that_dies_twice_is_an_error(pool: ProcessPool) -> None:
    """The error names the shard's first article and says what to do."""
    with pytest.raises(UnreadableInputError, match="--jobs 1") as raised:
        list(pool.run([Task(0, os._exit, (9,), "deadly.txt", 3)]))
    assert raised.value.place is not None and raised.value.place.path == "deadly.txt"


def test_errors_of_processes_are_our_own(pool: ProcessPool) -> None:
    """An exception in a process comes with its traceback; ours comes as it is."""
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        list(pool.run([Task(0, divmod, (1, 0), "a.txt", 1)]))


def test_two_runs_do_not_share_a_folder(tmp_path: Path) -> None:
    """A work folder that another process has open is refused, with what to do."""
    hold = "import sys, pathlib\nfrom vnru_terms.store.shards import ShardStore\n"
    hold += "s = ShardStore(pathlib.Path(sys.argv[1]), threads=1); print(1, flush=True); input()"
    other = subprocess.Popen(
        [sys.executable, "-c", hold, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout is not None and other.stdout.readline()
    try:
        with pytest.raises(UnwritableOutputError, match="--work FOLDER"):
            ShardStore(tmp_path, threads=1)
    finally:
        other.communicate(b"\n")
    ShardStore(tmp_path, threads=1).remove()


def test_half_a_database_is_made_again(tmp_path: Path) -> None:
    """What a kill left of the database does not stop the next run, nor do half-made shards."""
    (tmp_path / "reduce.duckdb").write_bytes(b"half")
    (tmp_path / "count" / "000001.part").mkdir(parents=True)
    store = ShardStore(tmp_path, threads=1)
    assert store.done("count") == set()
    assert not list(tmp_path.glob("count/*"))
    store.remove()


@pytest.mark.parametrize(
    ("plan", "module"),
    [(Plan(small=0), "duckdb"), (Plan(engine="dask", scheduler="tcp://x:1"), "distributed")],
)
def test_missing_extras(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, plan: Plan, module: str
) -> None:
    """Without the library a large collection ends with what to install."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match="pip install"):
        mine([corpus / "1.txt"], Termbase(), plan=plan)


@pytest.mark.filterwarnings("ignore")
def test_no_scheduler_there(
    corpus: Path, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address without a scheduler, or dask without an address, is wrong use: exit code 2."""
    monkeypatch.setattr(dask_cluster, "_PATIENCE", 0.5)
    asked = run("mine", corpus, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    assert asked.exit_code == 2 and "--scheduler tcp://HOST:8786" in asked.stderr
    assert run("mine", corpus, "--engine", "dask").exit_code == 2
    assert run("mine", corpus, "--scheduler", "tcp://127.0.0.1:9").exit_code == 2


def test_a_few_articles_start_nothing(corpus: Path) -> None:
    """Mining some articles loads neither processes nor a database."""
    look = "import sys\nfrom vnru_terms.workflow.mine import mine\n"
    look += "from vnru_terms.model import Termbase\nmine(sys.argv[1:], Termbase())\n"
    look += "print([m for m in ('duckdb', 'distributed',"
    look += "'vnru_terms.workflow.process_pool') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", look, str(corpus / "1.txt")],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == "[]"
