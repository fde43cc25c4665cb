#!/usr/bin/env python3
"""Whatever a session did, the command line that /command prints finds the same articles in the same
order, when a shell runs it.

    pasted_command_test.py DATELINE_INDEX DATELINE_SEARCH ARTICLES [SEED]
"""
import os
import random
import re
import subprocess
import sys
import tempfile

QUERIES = ["Wagner human rights", "\"persona non grata\" -France", "Mali OR Niger", "Mali -Wagner",
           "title:Mali", "person:\"Assimi Goïta\"", "it's $HOME `id` \\ \"open", "-Mali",
           "date:2023-02", "Goïta (Mali OR \"Burkina Faso\")", "nothingcanbefoundhere", "Wagner AND",
           "[Mali]", "{}", "++"]
STEPS = ["/p1", "/p2", "/2 person", "/o1 l1", "/must p1 p2", "/not p1", "/not o1 l2", "/not d1",
         "/d1", "/m1", "/must m1", "/s1", "/and Bamako", "/and Bamako OR Geneva", "/and -Paris",
         "/widen", "/widen person", "/widen all", "/back", "/forward", "/sort newest",
         "/sort oldest", "/sort relevance", "/next", "/previous", "/facet person", "/p12"]


def run(words, text, **options):
    return subprocess.run(words, input=text, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          encoding="utf-8", check=False, **options).stdout


def main():
    index, search, articles = sys.argv[1:4]
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 32)
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="dateline pasted ") as folder:
        archive = os.path.join(folder, "it's an archive")
        subprocess.run([index, "update", "-q", "--archive", archive, articles], check=True)
        ids = set(run([search, "query", "--archive", archive, "--limit", "1000", "--format", "ids"],
                      "").split())
        environment = dict(os.environ, PATH=os.path.dirname(search) + ":" + os.environ["PATH"])
        found = 0
        for _ in range(60):
            steps = [chance.choice(QUERIES)] + [chance.choice(STEPS)
                                                for _ in range(chance.randrange(6))]
            start = chance.choice([[], ["--match", "any"], ["--limit", "3"], ["--language", "en"]])
            # Going to another order and back prints the hits of the last state once more.
            output = run([search, "prompt", "--archive", archive, *start],
                         "\n".join(steps + ["/sort oldest", "/back", "/command"]) + "\n")
            *_, answer = re.split(r"^(?=no articles|[\d,]+ articles?,)", output, flags=re.MULTILINE)
            *shown, command = answer.strip().split("\n")
            shown = [line.split()[-1] for line in shown
                     if line.startswith("  ") and line.split() and line.split()[-1] in ids]
            pasted = run(["sh", "-c", command + " --format ids" if " -- " not in command else
                          command.replace(" -- ", " --format ids -- ")], "",
                         env=environment).split()
            if shown != pasted or not command.startswith("dateline-search query "):
                print("seed %d: %s\n%s\nshown  %s\npasted %s" % (seed, steps, command, shown, pasted))
                return 1
            found += len(shown)
        if found < 60:
            print("seed %d: hardly anything was found, so nothing was tried" % seed)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
