/** What the person at the command line is told. */

export class UsageError extends Error {}

export const HELP: Readonly<Record<string, string>> = {
  '': `encounter - finds coding errors in outpatient therapy days

  encounter check PATH...       check files and folders; - reads standard input
  encounter format PATH...      put files into their written form
  encounter explain RULE|CODE   say what a rule or a code is, and who says so
  encounter explain WORDS       ask the guidance, such as: explain exercise in water
  encounter rules               list the rules
  encounter lsp --stdio         run the language server, for editors
  encounter --version           the version, and the editions of rules and tables

encounter COMMAND --help says more.
`,
  check: `encounter check PATH... [options]

Checks files, and the .encounter files below folders; - reads standard input. Hidden folders, node_modules and links
are left out. All files of one run are judged together: a patient's day, and a clinician's, may span files.

  --format FORMAT    text (default), json, ndjson, sarif or github
  --fix              take every safe fix, and report what is left
  --max-warnings N   exit 1 where there are more warnings than N
  --separate         judge each file by itself
  --today DATE       the day that counts as today, such as 2026-03-03
  --config FILE      judge by this configuration, and by no encounter.config.json in or above the files' folders
  --baseline FILE    count the findings that this baseline knows, and do not report them
  --write-baseline FILE
                     write all that is found to a baseline, and report nothing
  --edits FILE       your current NCCI pair file, as CMS ships it; may be given several times
  --unit-limits FILE your current MUE file, as CMS ships it
  --files-from FILE  read paths from a file, one a line; - reads them from standard input

Findings go to standard output, all else to standard error.
Exit 0: no error found. 1: an error found, or too many warnings. 2: bad usage, or a file that cannot be read.
`,
  format: `encounter format PATH... [options]

Writes every line in its written form: capitals and spaces, 09:00-09:15 and 15 min, modifiers behind their code, with times,
codes and units below one another. No word, figure or comment is lost, and a line that cannot be read stays as it is. Files
are found as by check. - reads standard input, and writes the text to standard output.

  --check            change nothing, and exit 1 where a file would change
  --files-from FILE  read paths from a file, one a line; - reads them from standard input

The paths of the files that changed, or would, go to standard output, all else to standard error.
Exit 0: done. 1: with --check, a file would change. 2: bad usage, or a file that cannot be read or written.
`,
  explain: `encounter explain RULE|CODE|WORDS

Says what a rule finds and why, or what a code or a modifier is and how it is billed, with the sources. Any other words
are looked up in the guidance: the answer is what the sources say, in our words, with the place in them.
`,
  rules: `encounter rules [--format text|json]

Lists every rule with its severity and what it finds.
`,
  lsp: `encounter lsp --stdio

Runs the language server over standard input and output.
`,
};
