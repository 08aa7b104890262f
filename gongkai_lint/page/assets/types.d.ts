// What the program says of a document (gongkai_lint/page/view.py) and what the page keeps of it.

export interface Finding {
  number: number;
  rule: string;
  title: string;
  severity: "error" | "warning" | "info";
  review: boolean;
  fix: "safe" | "unsafe" | null;
}

/** A person's word on a task; what is left out stays as recognized. */
export interface ToldTask {
  number: number | null;
  paragraph?: number | null;
  words?: string | null;
  lead?: string | null;
  others?: string | null;
  deadline?: string | null;
  gone?: boolean;
}

/** `number` counts the recognized tasks, `told` the corrections. */
export interface Task {
  number: number | null;
  told: number | null;
  words: string;
  lead: string;
  others: string;
  deadline: string;
  deadline_words: string;
  place: string;
}

export interface Recognized {
  document_type: string | null;
  document_type_zh: string;
  date_of_issue: string | null;
  disclosure: string | null;
  addressee: number | null;
  lines: string[];
  issuer: string;
  title: string;
  number: string;
  sheet: [string, string][];
}

export interface Told {
  document_type: string | null;
  date_of_issue: string | null;
  disclosure: string | null;
  addressee: number | null;
  tasks: ToldTask[];
}

export interface Suppressed {
  fingerprint: string;
  rule: string;
  line: number;
  message: string;
  reason: string;
  own: boolean;
}

export interface File {
  kind: string;
  name: string;
  words: string;
  about: "draft" | "tasks";
}

interface Described {
  key: string;
  name: string;
  failures: string[];
  facts: string[];
  judged: boolean;
  role: string | null;
  changed: number;
  steps: number;
  findings: Finding[];
  outcomes: { rule: string; title: string; outcome: string }[];
  types: { key: string; name: string }[];
  files: File[];
  notices: string[];
}

/** What could not be read has only what `Described` says. */
export interface View extends Described {
  read: boolean;
  media_type: string;
  paper: string;
  cards: string[];
  recognized: Recognized;
  suppressed: Suppressed[];
  tasks: Task[];
  told: Told;
}

export interface Settings {
  profile: string;
  as_of: string | null;
  region: string | null;
}

export interface Kept {
  key: string;
  name: string;
  bytes: Uint8Array | null;
  log: [string, object][];
  view: View | null;
  role?: string | null;
}

export interface State {
  documents: Map<string, Kept>;
  current: string | null;
  dossier: string[] | null;
  roles: Record<string, string>;
  settings: Settings;
}

export type Post = (name: string, words: object, bytes?: Uint8Array) => Promise<any>;

export interface Engine {
  ready: Promise<any> | null;
  onStage: (name: string, share: number) => void;
  onRestart: (post: Post) => Promise<void>;
}

declare global {
  interface Window {
    gongkaiLint: { ready: Promise<void>; judgeAgain: () => Promise<void> };
  }
}
