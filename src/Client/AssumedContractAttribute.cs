namespace HealtheIntent.Client;

/// <summary>
/// Marks what was built on an assumption, because no public document states it: the real platform may answer otherwise.
/// What is assumed of one API stays behind the class that carries this mark, so that a correction has one place.
/// </summary>
/// <param name="why">What is assumed, and on what grounds.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AssumedContractAttribute(string why) : Attribute
{
    /// <summary>What is assumed, and on what grounds.</summary>
    public string Why { get; } = why;

    /// <summary>The API it is assumed of, by its name in the address; not set, what several APIs share.</summary>
    public string? Api { get; init; }
}
