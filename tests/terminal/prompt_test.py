#!/usr/bin/env python3
"""Sessions of `dateline-search prompt` in a real terminal.

    prompt_test.py SESSION DATELINE_INDEX DATELINE_SEARCH ARTICLES

The terminal is tmux: keys are sent to it, and what its screen shows is compared with what should be
there. Nothing is timed: a screen is looked at again until it shows what is waited for, and the test
fails when that takes a minute.
"""
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time

PATIENCE_S = 60


class Failure(Exception):
    pass


class Terminal:
    """A tmux server of our own with one window that runs a shell."""

    def __init__(self, folder, columns, rows, **environment):
        self.folder = folder
        self.socket = os.path.join(folder, "tmux-%dx%d" % (columns, rows))
        clean = {"HOME": folder, "PATH": os.environ["PATH"], "PS1": "$ ", "LANG": "C.UTF-8",
                 "XDG_STATE_HOME": os.path.join(folder, "state"),
                 "PAGER": "sed 's/^/| /'"}
        clean.update(environment)
        words = ["env", "-i", "TERM=" + clean.pop("TERM", "screen-256color")]
        words += ["%s=%s" % item for item in clean.items()] + ["/bin/sh"]
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows),
                  "-c", folder, *words)

    def tmux(self, *arguments):
        return subprocess.run(["tmux", "-S", self.socket, *arguments], check=True,
                              stdout=subprocess.PIPE, encoding="utf-8").stdout

    def close(self):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], check=False,
                       stderr=subprocess.DEVNULL)

    def screen(self, *options):
        return self.tmux("capture-pane", "-p", *options).rstrip("\n")

    def keys(self, *keys):
        self.tmux("send-keys", *keys)

    def type(self, text):
        """Types text as it stands, and Enter."""
        self.tmux("send-keys", "-l", text)
        self.keys("Enter")

    def wait(self, *patterns, without=None):
        """The screen, once it shows all of these; its last line is the prompt."""
        end = time.monotonic() + PATIENCE_S
        screen = ""
        while time.monotonic() < end:
            screen = self.screen()
            if all(re.search(pattern, screen, re.MULTILINE) for pattern in patterns):
                if without is None or not re.search(without, screen, re.MULTILINE):
                    return screen
            time.sleep(0.05)
        raise Failure("waited in vain for %r without %r; the screen is\n%s" %
                      (patterns, without, screen))

    def ask(self, line, *patterns):
        """Types a line on a clear screen, and waits for what it shall show."""
        self.keys("C-l")
        self.wait(r"\A[^\n]*> \Z|\A[^\n]*>\Z|\A\$\Z")
        self.type(line)
        return self.wait(*patterns)


def expect(what, condition, screen=""):
    if not condition:
        raise Failure("%s\n%s" % (what, screen))


def run(*words, **options):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, encoding="utf-8", **options)


class Session:
    def __init__(self, index, search, articles):
        self.index = index
        self.search = search
        self.articles = articles
        self.folder = tempfile.mkdtemp(prefix="dateline-terminal-")
        self.archive = os.path.join(self.folder, "archive")
        self.terminals = []
        run(index, "update", "--archive", self.archive, articles)

    def close(self):
        for terminal in self.terminals:
            terminal.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self, columns, rows, arguments="", **environment):
        """A terminal with a prompt that waits."""
        terminal = Terminal(self.folder, columns, rows, DATELINE_ARCHIVE=self.archive, **environment)
        self.terminals.append(terminal)
        terminal.wait(r"^\$")
        terminal.type(self.search + " prompt " + arguments)
        terminal.wait(r"^57 articles\.", r"dateline>$")
        return terminal


def follow_a_search(session, columns, rows, **environment):
    """Search, narrow by person, widen, page, open, similar, back, quit."""
    terminal = session.open(columns, rows, **environment)
    total = r"^(\d+) articles, all words, 1 to \d+ shown"
    first = terminal.ask("Wagner human rights", total, r"^Wagner human rights \(17\)>$")
    expect("all is on one screen: the line that was typed, too", first.startswith("dateline>"), first)
    expect("hits are numbered", re.search(r"^1  \S", first, re.MULTILINE), first)
    for facet in ["person", "organization", "location", "source", "date", "mentioned"]:
        expect("facets are labelled", re.search(r"^%s +%s1 \S" % (facet, facet[0]), first,
                                                re.MULTILINE), first)
    name, count = re.search(r"^person +p1 (\D+) (\d+)(?: ·|$)", first, re.MULTILINE).groups()

    narrowed = terminal.ask("/p1", r"^%s articles, all words" % count, r"^person +\*p1 ")
    expect("the prompt says what narrows", re.search(
        r"^Wagner hu.* · %s.* \(%s\)>$" % (re.escape(name[:10]), count), narrowed, re.MULTILINE), narrowed)
    expect("in half a line", len(narrowed.split("\n")[-1]) <= columns / 2, narrowed)
    expect("other values stay", " p2 " in narrowed or " more" in narrowed, narrowed)
    again = terminal.ask("/1 person", r"^that is chosen already$", r"^hint: /widen takes it back$")
    expect("nothing changed", again.endswith("(%s)>" % count), again)
    terminal.ask("/widen", r"^17 articles", r"^Wagner human rights \(17\)>$")

    shown = int(re.search(r"1 to (\d+) shown", first).group(1))
    page = terminal.ask("/next", r"%d to \d+ shown" % (shown + 1))
    expect("ranks go on", re.search(r"^ ?%d  \S" % (shown + 1), page, re.MULTILINE), page)
    terminal.ask("/previous", r"1 to %d shown" % shown)

    title = re.search(r"^ ?2  (.{20})", first, re.MULTILINE)
    article = terminal.ask("/2", r"^\| ", r"\(17\)>$")
    expect("a pager shows the article", article.count("\n| ") > 3, article)
    expect("it is the hit of that number", title is None or
           title.group(1).replace("[", "").replace("]", "")[:12] in
           article.replace("[", "").replace("]", "") or rows < 30, article)

    terminal.ask("/explain 1", r"^rank 1 of 17, score ", r"^ +\d+ +\d+\.\d+ +rights")
    terminal.ask("/similar 1", r"^similar to \S.*\(\d+\)>$", r"similar article")
    terminal.ask("/p1", r"^articles like another are neither narrowed, sorted nor explained$")
    terminal.ask("/command", r"^dateline-search similar --archive ")
    terminal.ask("/back", r"^17 articles", r"^Wagner human rights \(17\)>$")
    terminal.ask("/forward", r"^similar to ")
    terminal.ask("/back", r"^Wagner human rights \(17\)>$")
    terminal.ask("/sort newest", r"^Wagner human rights · newest \(17\)>$",
                 r"^ ?1  .*\n +20\d\d-\d\d-\d\d")
    terminal.ask("/help", r"^/widen ", r"^/quit ")
    terminal.ask("/nxet", r"^there is no command /nxet$", r"did you mean /next\?")
    terminal.type("/quit")
    terminal.wait(r"^\$\Z")
    return terminal


def search_80(session):
    terminal = follow_a_search(session, 80, 24)
    terminal.type(session.search)
    terminal.wait(r"^57 articles\.", r"dateline>\Z")
    terminal.ask("Wagner", r"^Wagner \(\d+\)>$")
    expect("matches are coloured", "\x1b[1m\x1b[31m" in terminal.screen("-e") or
           "\x1b[1;31m" in terminal.screen("-e"), terminal.screen("-e"))


def search_160(session):
    follow_a_search(session, 160, 50)


def search_plain(session):
    """Without colour, and where a terminal can do nothing but print."""
    terminal = follow_a_search(session, 80, 24, NO_COLOR="1")
    terminal.type(session.search + " prompt")
    terminal.wait(r"dateline>\Z")
    terminal.ask("Wagner", r"^Wagner \(\d+\)>$", r"\[Wagner\]")
    expect("nothing is coloured", "\x1b[" not in terminal.screen("-e"), terminal.screen("-e"))
    dumb = session.open(80, 25, TERM="dumb", LC_ALL="C")
    dumb.type("Wagner")
    dumb.wait(r"\[Wagner\]", r"^Wagner \(\d+\)>\Z")
    dumb.type("/p1")
    dumb.wait(r"^person +\*p1 ", r"^Wagner · .* \(\d+\)>\Z")
    dumb.type("Goïta")
    dumb.wait(r"^Goïta \(\d+\)>\Z")


def keys(session):
    """Ctrl-C, Ctrl-D, Tab, a new size, a pager that does not end."""
    terminal = session.open(80, 24)
    terminal.keys("-l", "half a li")
    terminal.wait(r"half a li\Z")
    terminal.keys("C-c")
    terminal.wait(r"half a li\^C\n", r"\ndateline>\Z")

    terminal.keys("-l", "person:guill")
    terminal.keys("Tab")
    screen = terminal.wait(r'person:"Guillaume')
    expect("the rest of the line is as typed", 'dateline> person:"Guillaume' in screen, screen)
    terminal.keys("C-c")
    terminal.wait(r"\^C\n+dateline>\Z")
    terminal.keys("-l", "/so")
    terminal.keys("Tab")
    terminal.wait(r"dateline> /sort ?\Z")
    terminal.keys("-l", "n")
    terminal.keys("Tab")
    terminal.wait(r"dateline> /sort newest\Z")
    terminal.keys("C-u")

    terminal.tmux("resize-window", "-x", "120", "-y", "30")
    terminal.ask("Wagner human rights", r"\(17\)>\Z")
    wide = terminal.screen()
    expect("the whole width is used", max(map(len, wide.split("\n"))) > 80, wide)
    terminal.tmux("resize-window", "-x", "60", "-y", "30")
    terminal.ask("Wagner human rights", r"\(17\)>\Z")

    terminal.keys("C-d")
    terminal.wait(r"^\$\Z")
    terminal.type("echo code $?; PAGER='touch paging; sleep 1000 #' %s prompt -q" % session.search)
    terminal.wait(r"^code 0$", r"dateline>\Z")
    terminal.ask("Wagner human rights", r"\(17\)>\Z")
    terminal.keys("C-l")
    terminal.type("/1")
    end = time.monotonic() + PATIENCE_S
    while not os.path.exists(os.path.join(session.folder, "paging")):
        expect("the pager runs", time.monotonic() < end)
        time.sleep(0.05)
    terminal.keys("C-c")
    terminal.wait(r"\(17\)>\Z")
    terminal.ask("/command", r"^dateline-search query ", r"\(17\)>\Z")


def history(session):
    """Lines come back, in this session and the next; they are nobody else's to read."""
    terminal = session.open(80, 24)
    for line in ["Wagner", "Goïta \"human rights\"", "Wagner"]:
        terminal.type(line)
        terminal.wait(r"\(\d+\)>\Z", r"^(%s)" % re.escape(line))
    terminal.ask(" not kept", r"\(\d+\)>\Z")
    terminal.keys("C-d")
    terminal.wait(r"\$\Z")
    kept = os.path.join(session.folder, "state", "dateline", "history")
    with open(kept, encoding="utf-8") as file:
        expect("each line is kept once", file.read() == 'Goïta "human rights"\nWagner\n')
    expect("the history is private", stat.S_IMODE(os.stat(kept).st_mode) == 0o600)
    terminal.type("clear; %s prompt -q" % session.search)
    terminal.wait(r"dateline>\Z")
    terminal.keys("Up")
    terminal.wait(r"dateline> Wagner\Z")
    terminal.keys("Up")
    terminal.wait(r'dateline> Goïta "human rights"\Z')
    terminal.keys("Enter")
    terminal.wait(r'"human rights" \(\d+\)>\Z')


def archive(session):
    """A writer adds articles, makes a new generation, and takes the archive away."""
    terminal = session.open(80, 24)
    terminal.ask("Wagner human rights", r"^17 articles")
    more = os.path.join(session.folder, "more")
    os.mkdir(more)
    writer = subprocess.Popen(
        ["sh", "-c", 'for i in 1 2 3 4 5 6 7 8; do printf "Wagner human rights story %s.\\n" $i '
         '>"$0/$i.txt"; "$1" update -q --archive "$2" "$0" || exit 1; done; '
         '"$1" compact -q --archive "$2"', more, session.index, session.archive],
        stdout=subprocess.DEVNULL)
    totals = []
    while writer.poll() is None or not totals:
        screen = terminal.ask("Wagner human rights", r"^\d+ articles", r"rights \(\d+\)>\Z")
        totals.append(int(re.search(r"^(\d+) articles", screen, re.MULTILINE).group(1)))
    expect("the writer did its work", writer.returncode == 0)
    terminal.ask("Wagner human rights", r"^25 articles")
    expect("totals only grow: %s" % totals, totals == sorted(totals))
    terminal.ask("/1", r"^\| ", r"\(25\)>\Z")

    away = session.archive + "-away"
    os.rename(session.archive, away)
    terminal.ask("Wagner", r"^there is no archive|^cannot|no archive", r"^hint: ", r"\(25\)>\Z")
    run(session.index, "update", "--archive", session.archive, more)
    terminal.ask("Wagner human rights", r"^8 articles", r"\(8\)>\Z")
    with open(os.path.join(session.archive, "manifest.json"), "r+b") as manifest:
        manifest.seek(20)
        manifest.write(b"XXXX")
    terminal.ask("Wagner", r"damaged", r"\(8\)>\Z")
    shutil.rmtree(session.archive)
    os.rename(away, session.archive)
    terminal.ask("Wagner human rights", r"^25 articles")


def main():
    name, index, search, articles = sys.argv[1:]
    if shutil.which("tmux") is None:
        print("skipped: there is no tmux; scripts/install-dependencies tests installs it")
        return 77
    session = Session(index, search, articles)
    try:
        {"search_80": search_80, "search_160": search_160, "search_plain": search_plain,
         "keys": keys, "history": history, "archive": archive}[name](session)
    except Failure as failure:
        print(failure)
        return 1
    finally:
        session.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
