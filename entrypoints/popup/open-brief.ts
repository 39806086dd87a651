import type { ActiveTab } from '@/platform/active-tab';
import { browser } from '@/platform/browser';
import { openOwnPage } from '@/platform/own-pages';

interface SidePanels {
  readonly sidePanel?: { open(options: { tabId: number }): Promise<void> };
}

/**
 * Opens the brief beside the page: Chrome's side panel, Firefox's sidebar; in a tab where there is neither.
 * Must run directly in the click that asked for it: both browsers refuse otherwise.
 */
export async function openBrief(tab: ActiveTab | null): Promise<void> {
  const { sidePanel } = browser as unknown as SidePanels;
  if (sidePanel !== undefined && tab !== null) return sidePanel.open({ tabId: tab.id });
  if (browser.sidebarAction !== undefined) return browser.sidebarAction.open();
  return openOwnPage(`sidepanel.html?tab=${tab?.id ?? ''}`);
}
