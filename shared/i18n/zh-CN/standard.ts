// Texts of the area standard in Chinese: the source of its keys.
export const standard = {} as const;
