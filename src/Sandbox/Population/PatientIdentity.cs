using System.Collections.Immutable;
using HeiChartViewer.Sandbox.Records;

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

    /// <summary>What its sources say about who this is; of one person without parts, what is no source's too.</summary>
    public IEnumerable<Demographic> Demographics =>
        IsWhole
            ? Person.Demographics
            : Parts
                .GroupBy(part => part.Person)
                .SelectMany(group =>
                    group.Count() == group.Key.Sources.Count
                        ? group.Key.Demographics
                        : group.Key.Demographics.Where(record =>
                            group.Any(part =>
                                part.Source.Partition.Id == record.SourceIdentifier.DataPartitionId
                            )
                        )
                );

    /// <summary>What it can be found by; of those who are not one whole person it is made anew each time.</summary>
    public SearchKeys SearchKeys => IsWhole ? Person.SearchKeys : SearchKeys.Of([.. Demographics]);

    public static PatientIdentity Whole(Person person) =>
        new(
            person.PatientId,
            [.. person.Sources.Select(source => new IdentityPart(person, source))]
        );
}
