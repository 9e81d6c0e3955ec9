import {
  type Command,
  type Diagnostic,
  DiagnosticSeverity,
  Disposable,
  type Event,
  EventEmitter,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  window,
} from 'vscode';
import type { Editions } from '../../server/src/guidance/editions';
import { documentSelector, isChecked } from './documents';
import type { Send } from './requests';

/** What the server is doing, as a person needs to know it. */
export type ServerState =
  | { readonly kind: 'starting' | 'running' | 'restarting' | 'stopped' }
  /** The server runs and says that something is not as it should be: a check that failed, a file over the size limit. */
  | { readonly kind: 'trouble'; readonly message: string };

export interface Findings {
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

export const diagnosticSource = 'encounter';

/** Two entries behind the `{}` of the status bar: what was found in the file at hand, and how the server is doing. */
export class Status extends Disposable {
  readonly #findings: LanguageStatusItem;
  readonly #server: LanguageStatusItem;
  readonly #listeners: Disposable;
  readonly #didChange = new EventEmitter<void>();
  readonly #send: Send;
  #state: ServerState = { kind: 'starting' };
  /** The file whose editions are shown or were asked for last. */
  #editionsOf: string | undefined;

  constructor(send: Send) {
    super(() => {
      this.#listeners.dispose();
      this.#findings.dispose();
      this.#server.dispose();
      this.#didChange.dispose();
    });
    this.#send = send;
    this.#findings = languages.createLanguageStatusItem('encounter.findings', documentSelector);
    this.#findings.name = l10n.t('Encounter: findings');
    this.#findings.command = { title: l10n.t('Show Problems'), command: 'workbench.actions.view.problems' };
    this.#server = languages.createLanguageStatusItem('encounter.server', documentSelector);
    this.#server.name = l10n.t('Encounter: server');
    this.#listeners = Disposable.from(
      languages.onDidChangeDiagnostics(() => this.#showFindings()),
      window.onDidChangeActiveTextEditor(() => {
        this.#showFindings();
        void this.#showEditions();
      }),
    );
    this.#show();
  }

  get state(): ServerState {
    return this.#state;
  }

  set state(state: ServerState) {
    this.#state = state;
    this.#show();
    this.#didChange.fire();
  }

  get onDidChange(): Event<void> {
    return this.#didChange.event;
  }

  #show(): void {
    const { text, severity, busy, command } = describe(this.#state);
    this.#server.text = text;
    this.#server.severity = severity;
    this.#server.busy = busy;
    this.#server.command = command;
    this.#showFindings();
    // Whatever has changed may be the tables that the file is judged by.
    this.#editionsOf = undefined;
    void this.#showEditions();
  }

  /** By which rules and tables the file at hand is judged: the edition of each. */
  async #showEditions(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const alive = this.#state.kind === 'running' || this.#state.kind === 'trouble';
    if (!alive) this.#server.detail = '';
    if (!alive || !document || !isChecked(document)) return;
    const uri = document.uri.toString();
    if (uri === this.#editionsOf) return;
    this.#editionsOf = uri;
    const editions = (await this.#send('encounter/editions', { textDocument: { uri } }).catch(
      () => null,
    )) as Editions | null;
    if (editions && uri === this.#editionsOf) this.#server.detail = words(editions);
  }

  #showFindings(): void {
    const document = window.activeTextEditor?.document;
    if (!document || !isChecked(document)) return;
    const alive = this.#state.kind === 'running' || this.#state.kind === 'trouble';
    this.#findings.text = alive
      ? summary(countFindings(languages.getDiagnostics(document.uri)))
      : l10n.t('Not checked');
    this.#findings.busy = !alive && this.#state.kind !== 'stopped';
  }
}

function words({ rules, codes, pairs, unitLimits }: Editions): string {
  return l10n.t('Rules {0}; codes: {1}; pairs: {2}; unit limits: {3}', rules, codes, pairs, unitLimits);
}

export function countFindings(diagnostics: readonly Diagnostic[]): Findings {
  const own = diagnostics.filter(({ source }) => source === diagnosticSource);
  const count = (severity: DiagnosticSeverity) => own.filter((diagnostic) => diagnostic.severity === severity).length;
  const errors = count(DiagnosticSeverity.Error);
  const warnings = count(DiagnosticSeverity.Warning);
  return { errors, warnings, others: own.length - errors - warnings };
}

function summary({ errors, warnings, others }: Findings): string {
  const parts = [
    errors === 1 ? l10n.t('1 error') : errors > 1 ? l10n.t('{0} errors', errors) : '',
    warnings === 1 ? l10n.t('1 warning') : warnings > 1 ? l10n.t('{0} warnings', warnings) : '',
    others === 1 ? l10n.t('1 note') : others > 1 ? l10n.t('{0} notes', others) : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : l10n.t('No findings');
}

interface Shown {
  readonly text: string;
  readonly severity: LanguageStatusSeverity;
  readonly busy: boolean;
  readonly command: Command;
}

function describe(state: ServerState): Shown {
  const restart = { title: l10n.t('Restart'), command: 'encounter.restartServer' };
  const showLog = { title: l10n.t('Show Log'), command: 'encounter.showLog' };
  const { Information, Warning, Error: Failed } = LanguageStatusSeverity;
  switch (state.kind) {
    case 'starting':
      return { text: l10n.t('Encounter is starting'), severity: Information, busy: true, command: showLog };
    case 'restarting':
      return { text: l10n.t('Encounter stopped and starts again'), severity: Warning, busy: true, command: showLog };
    case 'running':
      return { text: l10n.t('Encounter is running'), severity: Information, busy: false, command: restart };
    case 'trouble':
      return { text: state.message, severity: Warning, busy: false, command: restart };
    case 'stopped':
      return { text: l10n.t('Encounter is not running'), severity: Failed, busy: false, command: restart };
  }
}
