// Texts of the area score in Chinese: the source of its keys.
export const score = {} as const;
