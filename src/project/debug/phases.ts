/** `ast`: the syntax tree. `ir`: the instructions it was lowered to. `facts`: what rules see. */
export const PHASES = ['ast', 'ir', 'facts'] as const;
export type Phase = (typeof PHASES)[number];
