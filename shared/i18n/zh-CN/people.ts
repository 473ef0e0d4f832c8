// Texts of the area people in Chinese: the source of its keys.
export const people = {} as const;
