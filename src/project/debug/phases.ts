/**
 * `ast`: the syntax tree. `ir`: the instructions it was lowered to. `cfg`: these as basic blocks and edges. `flow`: what
 * each variable holds after each statement or cell. `facts`: what rules see.
 */
export const PHASES = ['ast', 'ir', 'cfg', 'flow', 'facts'] as const;
export type Phase = (typeof PHASES)[number];
