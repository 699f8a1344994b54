namespace HealtheIntent.Client.Legacy;

/// <summary>What comes in legacy lists.</summary>
internal interface ILegacyItem
{
    /// <summary>The name of the member that holds the list.</summary>
    static abstract string ListName { get; }
}
