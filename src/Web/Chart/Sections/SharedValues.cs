using System.Text.Json;
using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Sections;

/// <summary>
/// What the records of one load have in common, held once: a hundred thousand results have some hundred tests, units
/// and ranges between them. It goes with the load, so nothing is shared between two charts.
/// </summary>
public sealed partial class SharedValues
{
    private readonly HashSet<object> _values = [];
    private readonly HashSet<CodeableConcept> _concepts = new(SameConcept.Instance);
    private readonly HashSet<object> _lists = new(SameList.Instance);
    private readonly Dictionary<string, Asserter> _people = [];

    private CodeableConcept? Of(CodeableConcept? concept)
    {
        if (concept is null || !IsPlain(concept))
            return concept;
        if (_concepts.TryGetValue(concept, out var known))
            return known;
        _concepts.Add(concept);
        return concept;
    }

    private ObservationValue? Of(ObservationValue? value) =>
        value switch
        {
            ObservationValue.Measured measured => Plain(
                measured with
                {
                    Quantity = Of(measured.Quantity)!,
                }
            ),
            ObservationValue.Coded coded => Plain(coded with { Concept = Of(coded.Concept)! }),
            ObservationValue.Worded worded => Plain(worded),
            _ => value,
        };

    private Quantity? Of(Quantity? quantity) =>
        quantity is null ? null : Plain(quantity with { Unit = Of(quantity.Unit) });

    private ReferenceRange Of(ReferenceRange range) =>
        Plain(range with { Low = Of(range.Low), High = Of(range.High) });

    /// <summary>A person is lists within lists: two are the same where they are written the same.</summary>
    private Asserter? Of(Asserter? person)
    {
        if (person is null)
            return null;
        var written = JsonSerializer.Serialize(person);
        if (!_people.TryGetValue(written, out var known))
            _people.Add(written, known = person);
        return known;
    }

    private CareLocation? Of(CareLocation? place) => place is null ? null : Plain(place);

    private PartialDate? Of(PartialDate? date) => date is null ? null : One(date);

    /// <summary>The value of each is its own; what it is a value of is not.</summary>
    private Alias[] Of(IReadOnlyList<Alias> aliases)
    {
        var own = new Alias[aliases.Count];
        for (var i = 0; i < own.Length; i++)
            own[i] = aliases[i] with { System = Of(aliases[i].System), Type = Of(aliases[i].Type) };
        return own;
    }

    private string? Of(string? text) => text is null ? null : One(text);

    private Reference? Of(Reference? reference) => reference is null ? null : Plain(reference);

    private IReadOnlyList<T> Of<T>(IReadOnlyList<T> list, Func<T, T?> share)
        where T : class
    {
        if (list.Count == 0)
            return [];
        T[] items = [.. list.Select(item => share(item)!)];
        if (_lists.TryGetValue(items, out var known))
            return (IReadOnlyList<T>)known;
        _lists.Add(items);
        return items;
    }

    /// <summary>Equality leaves out the members nobody knows: what has any, at whatever depth, stays as it came.</summary>
    private T Plain<T>(T value)
        where T : OpenObject => IsPlain(value) ? One(value) : value;

    private T One<T>(T value)
        where T : class
    {
        if (_values.TryGetValue(value, out var known))
            return (T)known;
        _values.Add(value);
        return value;
    }

    private static bool IsPlain(OpenObject value) =>
        value.Additional.Count == 0
        && value switch
        {
            CodeableConcept concept => concept.Codings.All(IsPlain)
                && concept.SourceCodings.All(IsPlain)
                && concept.Concepts.All(IsPlain),
            Quantity quantity => IsNullOrPlain(quantity.Unit),
            ReferenceRange range => IsNullOrPlain(range.Low) && IsNullOrPlain(range.High),
            ObservationValue.Measured measured => IsPlain(measured.Quantity),
            ObservationValue.Coded coded => IsPlain(coded.Concept),
            _ => true,
        };

    private static bool IsNullOrPlain(OpenObject? value) => value is null || IsPlain(value);

    /// <summary>A concept's own equality tells two lists apart that hold the same.</summary>
    private sealed class SameConcept : IEqualityComparer<CodeableConcept>
    {
        public static SameConcept Instance { get; } = new();

        public bool Equals(CodeableConcept? one, CodeableConcept? other) =>
            one!.Text == other!.Text
            && one.Codings.SequenceEqual(other.Codings)
            && one.SourceCodings.SequenceEqual(other.SourceCodings)
            && one.Concepts.SequenceEqual(other.Concepts);

        public int GetHashCode(CodeableConcept concept) =>
            HashCode.Combine(
                concept.Text,
                concept.Codings.Count == 0 ? null : concept.Codings[0].Code,
                concept.SourceCodings.Count == 0 ? null : concept.SourceCodings[0].Code
            );
    }

    /// <summary>Two lists are the same where they hold the same objects: these are shared before.</summary>
    private sealed class SameList : IEqualityComparer<object>
    {
        public static SameList Instance { get; } = new();

        public new bool Equals(object? one, object? other) =>
            one is object[] items
            && other is object[] others
            && items.GetType() == others.GetType()
            && items.SequenceEqual(others, ReferenceEqualityComparer.Instance);

        public int GetHashCode(object list)
        {
            var hash = new HashCode();
            foreach (var item in (object[])list)
                hash.Add(ReferenceEqualityComparer.Instance.GetHashCode(item));
            return hash.ToHashCode();
        }
    }
}
