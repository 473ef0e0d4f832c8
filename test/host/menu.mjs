// Menus: their structure and clicks by id. Nothing is drawn, accelerators do not fire, a role other than quit throws.
import { app } from './app.mjs';
import { notCovered } from './cover.mjs';
import { BrowserWindow } from './window.mjs';

export class MenuItem {
  constructor(options) {
    const type = options.type ?? (options.submenu ? 'submenu' : 'normal');
    Object.assign(this, { enabled: true, visible: true, checked: false, label: '' }, options, { type });
    if (Array.isArray(options.submenu)) this.submenu = Menu.buildFromTemplate(options.submenu);
    this.click = (event = {}, window = BrowserWindow.getFocusedWindow() ?? undefined) => {
      if (options.click) return options.click(this, window, event);
      if (options.role === 'quit') return app.quit();
      throw notCovered(`the menu role ${options.role}`);
    };
  }
}

let applicationMenu = null;
export class Menu {
  items = [];
  static buildFromTemplate(template) {
    const menu = new Menu();
    menu.items = template.map((item) => (item instanceof MenuItem ? item : new MenuItem(item)));
    return menu;
  }
  static setApplicationMenu(menu) {
    applicationMenu = menu;
  }
  static getApplicationMenu() {
    return applicationMenu;
  }
  append(item) {
    this.items.push(item);
  }
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  popup() {
    throw notCovered('Menu.popup');
  }
}
