//! The words of the interface, in the languages that are printed.
//!
//! Only what the article itself does not say. A language that is not here gets English; dates,
//! numbers and lists follow the article's language all the same, because the browser knows them
//! all.

/// The words of the interface in one language.
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    /// Before the names of the authors.
    pub authored_by: &'static str,
    /// Between a label and what it labels.
    pub colon: &'static str,
    /// Before the time of publication.
    pub published: &'static str,
    /// Before the time of the last change.
    pub updated: &'static str,
    /// Over the newest articles.
    pub latest: &'static str,
    /// Over the articles on the same subject.
    pub related: &'static str,
    /// Over what was put right.
    pub corrections: &'static str,
    /// Names the list of subjects.
    pub topics: &'static str,
    /// Over the notes that the text refers to.
    pub notes: &'static str,
    /// Names the way from a note back into the text.
    pub back_to_text: &'static str,
    /// Opens what is said in a film or sound.
    pub transcript: &'static str,
    /// Names a table that has no caption.
    pub table: &'static str,
    /// Before whom the weather data is owed to.
    pub weather: &'static str,
    /// On the button that asks for the article again.
    pub retry: &'static str,
    /// Before the time at which the article on the page was replaced by a newer version.
    pub updated_at: &'static str,
    /// Before the time from which a copy is that is shown in the article's place.
    pub kept: &'static str,
    /// On the button that asks another site for what it shows, before the name of its host.
    pub load: &'static str,
    /// The sky, in the order of [`Condition`](newsprint_model::Condition).
    pub conditions: [&'static str; 9],
    /// What kept the article away, in the order of [`ReaderMessage`](super::ReaderMessage).
    pub troubles: [&'static str; 5],
}

/// The words of a language, by the first part of its tag.
#[must_use]
pub fn words(primary: &str) -> &'static Words {
    match primary {
        "ar" => &ARABIC,
        "de" => &GERMAN,
        "es" => &SPANISH,
        "fr" => &FRENCH,
        "ru" => &RUSSIAN,
        _ => &ENGLISH,
    }
}

static ENGLISH: Words = Words {
    authored_by: "Authored by",
    colon: ": ",
    published: "Published",
    updated: "Updated",
    latest: "Latest news",
    related: "Related news",
    corrections: "Corrections",
    topics: "Topics",
    notes: "Notes",
    back_to_text: "Back to the text",
    transcript: "Transcript",
    table: "Table",
    weather: "Weather",
    retry: "Try again",
    updated_at: "Updated",
    kept: "Saved copy from",
    load: "Load from ",
    conditions: [
        "Clear",
        "Partly cloudy",
        "Cloudy",
        "Fog",
        "Drizzle",
        "Rain",
        "Sleet",
        "Snow",
        "Thunderstorm",
    ],
    troubles: [
        "You seem to be offline. The article will be here when you are back.",
        "The article can’t be reached just now. Please try again in a moment.",
        "This article is no longer here, or never was. Please check the link.",
        "This article is not open to you. You may need to sign in.",
        "Something is wrong with this article, and we can’t show it. Please come back later.",
    ],
};

static ARABIC: Words = Words {
    authored_by: "بقلم",
    colon: ": ",
    published: "نُشر في",
    updated: "حُدِّث في",
    latest: "آخر الأخبار",
    related: "أخبار ذات صلة",
    corrections: "تصويبات",
    topics: "موضوعات",
    notes: "هوامش",
    back_to_text: "العودة إلى النص",
    transcript: "النص المكتوب",
    table: "جدول",
    weather: "الطقس",
    retry: "أعد المحاولة",
    updated_at: "حُدِّث في",
    kept: "نسخة محفوظة من",
    load: "تحميل من ",
    conditions: [
        "صحو",
        "غائم جزئيًا",
        "غائم",
        "ضباب",
        "رذاذ",
        "مطر",
        "مطر ثلجي",
        "ثلج",
        "عاصفة رعدية",
    ],
    troubles: [
        "يبدو أنك غير متصل بالإنترنت. ستجد المقال هنا عند عودة الاتصال.",
        "تعذّر الوصول إلى المقال الآن. يُرجى المحاولة بعد قليل.",
        "لم يعد هذا المقال هنا، أو لم يكن موجودًا. يُرجى التحقق من الرابط.",
        "هذا المقال غير متاح لك. قد تحتاج إلى تسجيل الدخول.",
        "هناك خطأ في هذا المقال ولا يمكننا عرضه. يُرجى العودة لاحقًا.",
    ],
};

static GERMAN: Words = Words {
    authored_by: "Von",
    colon: ": ",
    published: "Veröffentlicht",
    updated: "Aktualisiert",
    latest: "Neueste Nachrichten",
    related: "Mehr zum Thema",
    corrections: "Korrekturen",
    topics: "Themen",
    notes: "Anmerkungen",
    back_to_text: "Zurück zum Text",
    transcript: "Abschrift",
    table: "Tabelle",
    weather: "Wetter",
    retry: "Noch einmal versuchen",
    updated_at: "Aktualisiert um",
    kept: "Gespeicherte Fassung vom",
    load: "Laden von ",
    conditions: [
        "Klar",
        "Leicht bewölkt",
        "Bewölkt",
        "Nebel",
        "Nieselregen",
        "Regen",
        "Schneeregen",
        "Schnee",
        "Gewitter",
    ],
    troubles: [
        "Sie sind offenbar offline. Der Artikel ist da, sobald Sie es auch sind.",
        "Der Artikel ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",
        "Diesen Artikel gibt es hier nicht oder nicht mehr. Bitte prüfen Sie den Link.",
        "Dieser Artikel ist für Sie nicht zugänglich. Vielleicht müssen Sie sich anmelden.",
        "Mit diesem Artikel stimmt etwas nicht, er lässt sich nicht zeigen. Bitte kommen Sie \
         später wieder.",
    ],
};

static SPANISH: Words = Words {
    authored_by: "Escrito por",
    colon: ": ",
    published: "Publicado",
    updated: "Actualizado",
    latest: "Últimas noticias",
    related: "Noticias relacionadas",
    corrections: "Correcciones",
    topics: "Temas",
    notes: "Notas",
    back_to_text: "Volver al texto",
    transcript: "Transcripción",
    table: "Tabla",
    weather: "El tiempo",
    retry: "Reintentar",
    updated_at: "Actualizado a las",
    kept: "Copia guardada del",
    load: "Cargar desde ",
    conditions: [
        "Despejado",
        "Parcialmente nublado",
        "Nublado",
        "Niebla",
        "Llovizna",
        "Lluvia",
        "Aguanieve",
        "Nieve",
        "Tormenta",
    ],
    troubles: [
        "Parece que no tiene conexión. El artículo estará aquí cuando la recupere.",
        "No se puede acceder al artículo en este momento. Inténtelo de nuevo enseguida.",
        "Este artículo ya no está aquí, o nunca lo estuvo. Compruebe el enlace.",
        "No tiene acceso a este artículo. Quizá deba iniciar sesión.",
        "Hay un problema con este artículo y no podemos mostrarlo. Vuelva más tarde.",
    ],
};

static FRENCH: Words = Words {
    authored_by: "Écrit par",
    colon: "\u{a0}: ",
    published: "Publié le",
    updated: "Mis à jour le",
    latest: "Dernières nouvelles",
    related: "Sur le même sujet",
    corrections: "Rectificatifs",
    topics: "Thèmes",
    notes: "Notes",
    back_to_text: "Retour au texte",
    transcript: "Transcription",
    table: "Tableau",
    weather: "Météo",
    retry: "Réessayer",
    updated_at: "Mis à jour à",
    kept: "Copie enregistrée le",
    load: "Charger depuis ",
    conditions: [
        "Dégagé",
        "Partiellement nuageux",
        "Nuageux",
        "Brouillard",
        "Bruine",
        "Pluie",
        "Neige fondue",
        "Neige",
        "Orage",
    ],
    troubles: [
        "Vous semblez être hors ligne. L’article sera là dès votre retour.",
        "L’article est inaccessible pour le moment. Veuillez réessayer dans un instant.",
        "Cet article n’est plus ici, ou n’y a jamais été. Veuillez vérifier le lien.",
        "Cet article ne vous est pas ouvert. Il faut peut-être vous connecter.",
        "Cet article présente un problème et ne peut être affiché. Veuillez revenir plus tard.",
    ],
};

static RUSSIAN: Words = Words {
    authored_by: "Автор",
    colon: ": ",
    published: "Опубликовано",
    updated: "Обновлено",
    latest: "Последние новости",
    related: "По теме",
    corrections: "Исправления",
    topics: "Темы",
    notes: "Примечания",
    back_to_text: "Назад к тексту",
    transcript: "Расшифровка",
    table: "Таблица",
    weather: "Погода",
    retry: "Повторить",
    updated_at: "Обновлено в",
    kept: "Сохранённая копия от",
    load: "Загрузить с ",
    conditions: [
        "Ясно",
        "Переменная облачность",
        "Облачно",
        "Туман",
        "Морось",
        "Дождь",
        "Мокрый снег",
        "Снег",
        "Гроза",
    ],
    troubles: [
        "Похоже, нет связи. Статья появится, как только связь вернётся.",
        "Статья сейчас недоступна. Попробуйте ещё раз чуть позже.",
        "Этой статьи здесь нет. Проверьте ссылку.",
        "Эта статья вам недоступна. Возможно, нужно войти.",
        "Со статьёй что-то не так, и показать её не получается. Зайдите позже.",
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_language_gets_english() {
        assert_eq!(words("en").authored_by, "Authored by");
        assert_eq!(words("kk"), words("en"));
        assert_eq!(words("ar").latest, "آخر الأخبار");
    }
}
