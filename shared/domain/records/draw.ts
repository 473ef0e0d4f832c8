// The draw of service records (4.2, third method): a seeded shuffle of the whole frame, so that anyone can draw the same
// sample again from the frame and the seed. Whoever is replaced gives way to the next in the same order.

/** FNV-1a over UTF-16 units from a starting value: 32 bits. */
function hashOf(text: string, start: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A source of 32-bit whole numbers from a text: sfc32, the same on every machine. */
function numbersOf(seed: string): () => number {
  let [a, b, c, counter] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 1].map((start) => hashOf(seed, start)) as [
    number,
    number,
    number,
    number,
  ];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  // The first numbers still resemble the seed.
  for (let warm = 0; warm < 15; warm += 1) next();
  return next;
}

/** A whole number 0 ≤ n < limit, each equally likely: numbers beyond the last whole multiple are thrown away. */
function below(next: () => number, limit: number): number {
  const whole = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const number = next();
    if (number < whole) return number % limit;
  }
}

/**
 * The whole frame in the order of the draw: without replacement, each order equally likely. The first n are the sample;
 * a replacement takes the next one that has not been drawn.
 */
export function drawOrder<Row>(frame: readonly Row[], seed: string): Row[] {
  const next = numbersOf(seed);
  const order = [...frame];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(next, last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
