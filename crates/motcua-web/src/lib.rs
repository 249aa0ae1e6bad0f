//! Pages and API of the city: routes, templates, forms.
