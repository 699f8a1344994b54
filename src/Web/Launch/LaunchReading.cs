using System.Diagnostics.CodeAnalysis;
using HealtheIntent.Client;

namespace HeiChartViewer.Web.Launch;

/// <summary>What the parameters of a launch say: a local patient, or a refusal.</summary>
public sealed class LaunchReading
{
    private LaunchReading(SourceIdentifier? patient, LaunchRefusal? refusal)
    {
        Patient = patient;
        Refusal = refusal;
    }

    /// <summary>The data partition and local person id, as one value.</summary>
    public SourceIdentifier? Patient { get; }

    /// <summary>Why there is no patient.</summary>
    public LaunchRefusal? Refusal { get; }

    /// <summary>Whether the parameters name a patient.</summary>
    [MemberNotNullWhen(true, nameof(Patient))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool NamesPatient => Patient is not null;

    /// <summary>A reading that names a patient.</summary>
    public static implicit operator LaunchReading(SourceIdentifier patient) => new(patient, null);

    /// <summary>A reading that does not.</summary>
    public static implicit operator LaunchReading(LaunchRefusal refusal) => new(null, refusal);
}
