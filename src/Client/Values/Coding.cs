namespace HealtheIntent.Client;

/// <summary>One code of a coding system (contract 6.2).</summary>
/// <param name="System">An OID without prefix, a URN of a Millennium code set, or a URL; see <see cref="CodeSystems"/>.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">What the system calls the code.</param>
public sealed record Coding(string? System, string? Code, string? Display) : OpenObject;
