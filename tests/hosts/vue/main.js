import { createApp, h, shallowRef } from 'vue';
import 'newsprint-article';

import { FIRST, SECOND, heard } from '../articles.js';

const Site = {
  setup() {
    // Deep reactivity would hand the element a proxy.
    const article = shallowRef(FIRST);
    const words = shallowRef([]);
    const listen = (event) => {
      words.value = [...words.value, heard(event)];
    };
    return () => [
      h('button', { onClick: () => (article.value = SECOND) }, 'Another article'),
      h('pre', { id: 'heard' }, words.value.join('\n')),
      h(
        'newsprint-article',
        {
          // With a dot before it, a name is a property whatever the element says.
          '.article': article.value,
          'heading-level': 2,
          'onNewsprint-load': listen,
          'onNewsprint-error': listen,
        },
        [h('p', 'The fallback')],
      ),
    ];
  },
};

createApp(Site).mount('#root');
