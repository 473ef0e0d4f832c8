// Texts of the area observation in Chinese: the source of its keys.
export const observation = {} as const;
