export const HELP = `Holdout: where a machine learning project stands, and what makes its numbers untrue.

Usage
  holdout check [paths…]    findings in Python scripts, notebooks and manifests
  holdout status [paths…]   stages and criteria of every project, answered by evidence
  holdout metrics [paths…]  runs and metrics in files, folders and at tracking servers
  holdout report [path]     the metric report of a project, or of the runs in a file or folder of none, as Markdown,
                            HTML, model card or JSON
  holdout history [paths…]  what was decided and noticed, and the looks at the test set
  holdout sign-off STAGE [path]
                            signs a stage off, in the manifest and its history
  holdout init [folder]     proposes a manifest from what is in the folder, and writes it
  holdout journal export [paths…]
                            the journal of every project as one story
  holdout explain RULE      what a rule says, why, and what to write instead
  holdout debug FILE        what the analysis made of one file

Without paths, the current folder.

Options
  --format text|json        check, status, metrics, history: how to print (default: text)
  --format md|html|card|json
                            report: as what (default: md)
  -o, --output FILE         report: write it there; a model card that is there keeps your own words
  --fail-on LEVEL           check: error, warning, information, hint or never (default: error)
  --record                  status: note new looks at the test set, edits of what is sealed, and stages that
                            fail again, in .holdout/history.jsonl
  --run-commands            status: run the commands that criteria ask for
  --allow-network HOST[,…]  status, report: ask these tracking servers, where the manifest names them
  --by NAME                 sign-off: who signs (default: Git's user.name)
  --anyway                  sign-off: also while criteria are unknown
  --lifecycle NAME          init: which lifecycle (default: nine-stage)
  --dry-run                 init: print the manifest, and write nothing
  --print PHASE             debug: ast, ir, cfg, flow or facts (default: ast)
  -h, --help                this text
  --version                 the version

Exit codes
  0  clean
  1  findings at or above --fail-on
  2  wrong usage, or a path that cannot be read
`;
