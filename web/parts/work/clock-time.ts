const TIME = /^(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?\s*(?:m\.?)?$/i;

/**
 * "3:30 pm", "3 p. m.", "15.30", "1530" as "15:30"; undefined where it is no time.
 * Without am or pm, 1 to 6 means the afternoon: nobody is free at 3 in the night.
 */
export function parseClockTime(words: string): string | undefined {
  if (words.trim() === '24:00') return '24:00';
  const match = TIME.exec(words.trim().replace(/^(\d{1,2})(\d{2})$/, '$1:$2'));
  if (!match) return undefined;
  const hours = hoursOfDay(Number(match[1]), match[3]?.toLowerCase());
  const minutes = Number(match[2] ?? 0);
  if (hours === undefined || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function hoursOfDay(hours: number, half: string | undefined): number | undefined {
  if (half) return hours < 1 || hours > 12 ? undefined : (hours % 12) + (half === 'p' ? 12 : 0);
  if (hours > 23) return undefined;
  return hours >= 1 && hours <= 6 ? hours + 12 : hours;
}

/** "15:30" as it stands in a field, so that `parseClockTime` reads the same time again: "3:30 pm". */
export function typedClockTime(time: string): string {
  if (time === '24:00') return time;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return `${hours % 12 || 12}:${String(minutes).padStart(2, '0')} ${hours < 12 ? 'am' : 'pm'}`;
}
