/**
 * main.ts - brings a page to life: its text is already in the document. Every kind of page has the bar with contents, search,
 * languages and theme; a lesson and the playground have a workbench.
 */
import { connectBar } from './app/bar';
import { catchUp } from './app/early';
import { connectEmbed } from './app/embed';
import { connectHome } from './app/home';
import { connectLessonPage } from './app/lesson-page';
import { connectPlayground } from './app/playground';
import { connectTheme } from './app/theme';
import { chooseLanguage } from './i18n';
import { load, save } from './state/storage';

// A relative address in the head would follow the page to its next address.
for (const icon of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]'))
    icon.setAttribute('href', icon.href);

const { kind, root } = document.documentElement.dataset;
connectTheme(document.querySelector<HTMLSelectElement>('[data-part="theme"]')!);
connectBar();
connectEmbed();

// The root of the site is English; a reader who prefers another language we have is taken to it once.
const links = [...document.querySelectorAll<HTMLAnchorElement>('.languages a')];
for (const link of links)
    link.addEventListener('click', () => save('language', link.lang));
const remembered = load('language');
const wish = chooseLanguage(links.map((link) => link.lang), remembered ? [remembered] : navigator.languages);
if (root === 'yes' && wish !== undefined && wish !== document.documentElement.lang)
    location.replace(links.find((each) => each.lang === wish)!.href);

if (kind === 'home')
    connectHome();
else if (kind === 'lesson')
    connectLessonPage();
else if (kind === 'playground')
    connectPlayground();
catchUp();
