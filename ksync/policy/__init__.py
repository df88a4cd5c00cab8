"""The administrator's policies: read, judged, checked, and laid over the settings.

``trust``     how a file is opened so that nobody else can have written it
``sources``   where policies are on each platform
``text``      JSON with line numbers
``model``     the keys; the JSON Schema is drawn from it (``schema``)
``check``     what is wrong with a text
``settings``  which key means which setting
``store``     what holds now
``guard``     the network guard's rules
"""
