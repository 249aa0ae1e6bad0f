### When the machine cannot: what is safe, when it will work, whom to call.

problem-not-found = There is no such page
problem-not-found-note = The address may be mistyped, or only the people concerned may see the page.
problem-incident = Incident code
