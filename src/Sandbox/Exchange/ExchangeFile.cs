namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>Saves a file whole or not at all.</summary>
internal static class ExchangeFile
{
    /// <exception cref="SandboxOptionsException">The file cannot be written.</exception>
    public static void Save(string file, Action<Stream> write)
    {
        // What is half written never stands under the name.
        var draft = $"{file}.part";
        try
        {
            using (var stream = File.Create(draft))
                write(stream);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SandboxOptionsException([exception.Message]);
        }
    }
}
