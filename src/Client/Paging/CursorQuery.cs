namespace HealtheIntent.Client;

/// <summary>How to ask for a list that is paged by cursor and filtered by nothing (contract 8.1).</summary>
public sealed record CursorQuery : PageQuery;
