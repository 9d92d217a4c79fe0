//! The weather, as the header of a newspaper gives it.

use serde::Serialize;

use super::Str;
use super::link::Link;
use super::number::Number;
use super::time::Moment;
use super::word_enum::word_enum;

/// The weather at one place and time.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Weather {
    /// The temperature, in the unit below.
    pub temperature: Number,
    /// The unit of the temperature; degrees Celsius when it is not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// What the sky does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// What the sky does, in the backend's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Str>,
    /// Where it was observed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Str>,
    /// When it was observed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observed: Option<Moment>,
    /// Whom the data is owed to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Link>,
}

word_enum! {
    /// A unit of temperature.
    pub enum Unit {
        /// Degrees Celsius.
        Celsius = "C",
        /// Degrees Fahrenheit.
        Fahrenheit = "F",
    }
}

impl Unit {
    /// The unit in which people of a region give temperatures
    /// ([CLDR](https://github.com/unicode-org/cldr/blob/main/common/supplemental/units.xml)).
    #[must_use]
    pub fn usual_in(region: Option<&str>) -> Self {
        match region {
            Some("US" | "BS" | "BZ" | "KY" | "PR" | "PW") => Self::Fahrenheit,
            _ => Self::Celsius,
        }
    }
}

word_enum! {
    /// What the sky does.
    pub enum Condition {
        /// No cloud to speak of.
        Clear = "clear",
        /// Some clouds.
        PartlyCloudy = "partlyCloudy",
        /// Nothing but clouds.
        Cloudy = "cloudy",
        /// Fog or mist.
        Fog = "fog",
        /// Drizzle.
        Drizzle = "drizzle",
        /// Rain or showers.
        Rain = "rain",
        /// Sleet or freezing rain.
        Sleet = "sleet",
        /// Snow.
        Snow = "snow",
        /// Thunder.
        Thunderstorm = "thunderstorm",
    }
}

impl Unit {
    /// The sign of the unit after a number.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Celsius => "°C",
            Self::Fahrenheit => "°F",
        }
    }

    /// A temperature of this unit in another.
    #[must_use]
    pub fn convert(self, temperature: f64, to: Self) -> f64 {
        match (self, to) {
            (Self::Celsius, Self::Fahrenheit) => temperature * 1.8 + 32.0,
            (Self::Fahrenheit, Self::Celsius) => (temperature - 32.0) / 1.8,
            _ => temperature,
        }
    }
}
