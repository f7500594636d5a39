/** The forms in which a report leaves the editor. */
export const EXPORT_FORMATS = ['html', 'md', 'card', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
