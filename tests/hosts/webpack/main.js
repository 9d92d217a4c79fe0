import 'newsprint-article';
