/** The page about this site, in Chinese. */
import type { en } from '../en/about';

export const zhCN: typeof en = {
    title: '关于 Vivarium',
    summary: '在这里学 Python 3.12：每个程序都可以停下来、看进去、再运行一次。',
    parts: [
        ['它如何工作', 'Vivarium 是我们自己写的 Python 3.12 解释器，用 C 写成，编译为 WebAssembly，在本页面自己的线程里运行。它的目标是和 CPython 3.12 表现一致，连报错的措辞也一样。'],
        ['代码留在你这里', '你输入和运行的内容不会发送到任何地方。草稿和进度由浏览器保存在这台设备上。分享链接把程序放在 # 之后，浏览器不会把这一部分发给服务器。'],
        ['标准库', '用 Python 写的模块就是 CPython 的模块，未作改动，遵循 Python 软件基金会的许可证。“Python”是 Python 软件基金会的商标，该基金会与本站无关。解释器底下的 C 库是 musl，zlib 模块就是同名的库。'],
    ],
    libraries: '本页面使用的库',
    librariesText: '感谢它们的作者。',
    name: '名称',
    version: '版本',
    licence: '许可证',
    licences: '许可证全文',
    psf: 'Python 标准库（PSF 许可证）',
};
