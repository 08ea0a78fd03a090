const paths = {
  overview: 'M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z',
  trends: 'M3 17l5-6 4 3 6-9M3 21h18',
  answers: 'M4 5h16v11H9l-5 4zM8 9h8M8 12h5',
  journey: 'M5 6h4v4H5zM15 14h4v4h-4zM9 8h4a2 2 0 0 1 2 2v4',
  conversations: 'M3 5h12v8H8l-4 3v-3H3zM18 9h3v8h-1v3l-4-3H9v-1',
  runs: 'M4 6h16M4 12h10M4 18h7M17 13l4 3-4 3z',
  schedules: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M9 14l2 2 4-4',
  prompts: 'M9 9a3 3 0 1 1 4 2.8c-.8.3-1 .9-1 1.7M12 17v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  engines: 'M7 7h10v10H7zM10 3v4M14 3v4M10 17v4M14 17v4M3 10h4M3 14h4M17 10h4M17 14h4',
  history: 'M4 12a8 8 0 1 0 3-6.2M4 4v4h4M12 8v4l3 2',
  audit: 'M4 12l5 5L20 6',
  alerts: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  brands: 'M4 4h8l8 8-8 8-8-8zM8 8v.01',
  competitors: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21v-2a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5v2M19 8v6M16 11h6',
  sources: 'M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1',
  webhooks: 'M4 12h9M9 7l5 5-5 5M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5',
  reports: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7',
  people: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21v-2a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5v2M16 3.5a4 4 0 0 1 0 7M22 21v-2a5 5 0 0 0-4-4.9',
  keys: 'M8 19a5 5 0 1 1 4.6-7H21v4h-3v-2M8 14v.01',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21v-1a6 6 0 0 1 6-6h4a6 6 0 0 1 6 6v1',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M19 5l-1.4 1.4M6.4 17.6L5 19',
  moon: 'M20 14a8 8 0 1 1-9-10 6 6 0 0 0 9 10z',
  table: 'M3 5h18v14H3zM3 10h18M9 10v9',
} as const;

export type IconName = keyof typeof paths;

/** Decoration only: the words beside it, or the button's label, say what it means. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
