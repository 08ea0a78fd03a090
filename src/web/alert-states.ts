export const openStates = 'open,acknowledged';
export const endedStates = 'recovered,closed,historical';
