using System.Collections.Immutable;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>A platform patient: the source persons that are taken for one.</summary>
/// <param name="Id">The platform id of today.</param>
/// <param name="Parts">The source persons; one person's, unless events merged or split them.</param>
internal sealed record PatientIdentity(string Id, ImmutableArray<IdentityPart> Parts)
{
    /// <summary>Who it mainly is.</summary>
    public Person Person => Parts[0].Person;

    /// <summary>Whether it is one person with everything that is known of them.</summary>
    public bool IsWhole =>
        Parts.Length == Person.Sources.Count && Parts.All(part => part.Person == Person);

    public static PatientIdentity Whole(Person person) =>
        new(
            person.PatientId,
            [.. person.Sources.Select(source => new IdentityPart(person, source))]
        );
}
