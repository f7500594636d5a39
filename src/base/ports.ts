import { fail } from './result';
import type { ReadFailure, Result } from './result';

/** What a file is, without reading it. `stamp` changes when the content may have changed. */
export interface FileStat {
  readonly kind: 'file' | 'directory';
  readonly size: number;
  readonly stamp: string;
}

/** The file system as the engine sees it. Paths are absolute with `/` as separator. Reads never throw. */
export interface Files {
  read(path: string): Promise<Result<Uint8Array, ReadFailure>>;
  stat(path: string): Promise<FileStat | undefined>;
  /** Names in a directory, sorted; empty when it is not there. Directories end in `/`. */
  list(path: string): Promise<readonly string[]>;
}

export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
}

/** What version control knows of files. Asking it may run a program, so a host asks in trusted workspaces only. */
export interface Revisions {
  /** The failure is a sentence for the user: no repository, never committed, not allowed. */
  lastChange(file: string): Promise<Result<FileRevision, string>>;
}

export interface FileRevision {
  /** When it was last committed, in milliseconds since 1970-01-01 UTC. */
  readonly time: number;
  /** The file is not as it was committed: it may have been changed since. */
  readonly modified: boolean;
}

/** For hosts without version control, and where it must not be asked. */
export function noRevisions(reason: string): Revisions {
  return { lastChange: () => Promise.resolve(fail(reason)) };
}

/** What files were at the commits that changed them. A host asks in trusted workspaces only. */
export interface FileVersions {
  /** The commit that is checked out around a file; the failure is a sentence for the user. */
  head(file: string): Promise<Result<string, string>>;
  /** The failure is a sentence for the user: no repository, never committed, not allowed, cancelled. */
  of(file: string, asked: VersionsAsked): Promise<Result<VersionsFound, string>>;
}

export interface VersionsAsked {
  /** No more than the latest so many. */
  readonly most: number;
  readonly cancellation: Cancellation;
}

export interface VersionsFound {
  /** Oldest first. */
  readonly versions: readonly FileVersion[];
  /** There are older ones. */
  readonly more: boolean;
}

/** A file at one commit that changed it. */
export interface FileVersion {
  /** Its whole hash. */
  readonly commit: string;
  /** When it was committed, in milliseconds since 1970-01-01 UTC. */
  readonly time: number;
  /** The first line of its message. */
  readonly subject: string;
  /** Of equal contents the same bytes. The failure is a clause: the commit removed the file, or it is too large. */
  readonly content: Result<Uint8Array, string>;
}

/** Runs command lines of a manifest; a host gives it where somebody may ask for that. */
export interface Commands {
  run(what: CommandRun): Promise<CommandEnd>;
}

export interface CommandRun {
  /** For the user's shell. */
  readonly line: string;
  /** Where it runs. */
  readonly folder: string;
  readonly onOutput: (text: string) => void;
  readonly cancellation: Cancellation;
}

/** Its exit status, or why there is none: a clause such as `it was cancelled`. */
export type CommandEnd = { readonly status: number } | { readonly failure: string };

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Asks long work to stop. */
export interface Cancellation {
  readonly cancelled: boolean;
}

export const NEVER_CANCELLED: Cancellation = { cancelled: false };

/** A file that is read piece by piece. A read throws nothing: a file that changes or goes away under it is a failure. */
export interface OpenFile {
  /** Bytes. */
  readonly size: number;
  /** Changes when the content may have changed. */
  readonly stamp: string;
  /** The bytes from `start` up to, not including, `end`; fewer at the end of the file. */
  read(start: number, end: number): Promise<Result<Uint8Array, ReadFailure>>;
  /** Of the whole content: the same for the same bytes. */
  fingerprint(): Promise<Result<string, ReadFailure>>;
  close(): Promise<void>;
}

/** Files too large to be read at once. */
export interface LargeFiles {
  open(path: string): Promise<Result<OpenFile, ReadFailure>>;
}

/** Asks servers: only those that the user has allowed, and in trusted workspaces. What it takes to sign in, a host adds itself. */
export interface Network {
  /** Why a server is not asked, and what to do about it: a clause. `undefined` where it may be asked. */
  refusal(address: string): Refusal | undefined;
  /** Never throws. */
  ask(question: WebQuestion, cancellation: Cancellation): Promise<Result<WebAnswer, NetworkFailure>>;
}

/** `not-allowed`: the user has not been asked yet, or has not agreed. `off`: no server is asked at all. */
export interface Refusal {
  readonly kind: 'not-allowed' | 'off';
  readonly reason: string;
}

export interface WebQuestion {
  /** With `https://` or `http://`. */
  readonly url: string;
  /** Sent as JSON, by POST. Without it the question is a GET. */
  readonly body?: object;
}

/** What a server answered, whatever it was. */
export interface WebAnswer {
  /** Of HTTP: 200, 404 … */
  readonly status: number;
  readonly text: string;
}

/** Why there is no answer; `message` is a clause for the user, without the address. */
export interface NetworkFailure {
  readonly kind: 'refused' | 'unreachable' | 'slow' | 'moved' | 'too-large' | 'cancelled';
  readonly message: string;
}

/** For hosts without a network. */
export const NO_NETWORK: Network = {
  refusal: () => ({ kind: 'off', reason: NO_SERVERS }),
  ask: () => Promise.resolve(fail({ kind: 'refused', message: NO_SERVERS })),
};

const NO_SERVERS = 'no server is asked here';
