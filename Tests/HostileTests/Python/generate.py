"""Makes the generated cases of the hostile corpus.

  generate.py CORPUS FOLDER

CORPUS is the shared folder with gen_hostile.py, which names a few helpers that it does not hold;
they are supplied here as the stored cases show them. The large files go to FOLDER, the traps of
the file system to FOLDER/fs.
"""

import importlib.util
import os
import sys


def bomb(levels, width):
    """An alias bomb like that of yaml/alias-bomb-9x9.yaml."""
    rows = ["a0: &a0 [" + ",".join(['"lol"'] * width) + "]"]
    for level in range(1, levels):
        rows.append(f"a{level}: &a{level} [" + ",".join([f"*a{level - 1}"] * width) + "]")
    return "\n".join(rows) + "\n"


def main(corpus, folder):
    path = os.path.join(corpus, "gen_hostile.py")
    spec = importlib.util.spec_from_file_location("gen_hostile", path)
    sys.dont_write_bytecode = True
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.bomb = bomb
    module.H = "type,id,title,owner\n"
    module.FM = "---\n" + module.R() + "---\n"
    module.SUP = "suppressions:\n"
    module.main(["big", folder])
    module.main(["fs", os.path.join(folder, "fs")])


if __name__ == "__main__":
    main(*sys.argv[1:3])
