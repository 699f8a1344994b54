namespace HeiChartViewer.Web.Storage;

/// <summary>That a user's sessions were ended, for every process that shares the database.</summary>
public sealed class UserEnd
{
    /// <summary>Any word that no other has.</summary>
    public required string Id { get; init; }

    /// <summary>Whose; null where only the provider's session is known.</summary>
    public required string? UserId { get; init; }

    /// <summary>The provider's session; null where all of the user's end.</summary>
    public required string? ProviderSession { get; init; }

    /// <summary>Who ended them, as <see cref="SignIn.EndedBy"/> names it.</summary>
    public required string By { get; init; }

    /// <summary>When they ended, in microseconds of Unix time by the database's clock: what was begun later goes on.</summary>
    public required long EndedAt { get; init; }

    /// <summary>When this was written, by the same clock; later than that where the database did not answer.</summary>
    public required long WrittenAt { get; init; }
}
