using HealtheIntent.Client.Credentials;

namespace HeiChartViewer.Tests.Unit.Client.Credentials;

public sealed class SecretSourceTests : IDisposable
{
    private static readonly DateTime Written = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_file_is_read_again_once_it_was_written_again()
    {
        var secret = new SecretSource(() => new SecretPlace("BearerToken", null, _file, null));

        Write("first\n", Written);
        Assert.Equal("first", secret.Read());
        Write("second\n", Written.AddSeconds(1));
        Assert.Equal("second", secret.Read());
    }

    [Fact]
    public void A_file_that_was_not_written_is_not_opened_until_the_token_is_refused()
    {
        var secret = new SecretSource(() => new SecretPlace("BearerToken", null, _file, null));

        Write("first", Written);
        Assert.Equal("first", secret.Read());
        Write("other", Written);
        Assert.Equal("first", secret.Read());
        Assert.Equal("other", secret.Reread());
        Assert.Equal("other", secret.Read());
    }

    /// <summary>
    /// As Kubernetes mounts a secret: the file is a link through a link to a folder, and a change turns that link to another
    /// folder. Neither the path nor the link it is is written.
    /// </summary>
    [Fact]
    public void A_mounted_secret_whose_folder_is_exchanged_is_read_again_without_a_refusal()
    {
        var mount = Directory.CreateTempSubdirectory();
        try
        {
            string Folder(string name, string content)
            {
                var folder = mount.CreateSubdirectory(name).FullName;
                File.WriteAllText(Path.Combine(folder, "token"), content);
                // Even where both were written at the same time.
                File.SetLastWriteTimeUtc(Path.Combine(folder, "token"), Written);
                return name;
            }

            var data = Path.Combine(mount.FullName, "..data");
            var token = Path.Combine(mount.FullName, "token");
            Directory.CreateSymbolicLink(data, Folder("..2026_11_23_08", "first"));
            File.CreateSymbolicLink(token, Path.Combine("..data", "token"));
            var secret = new SecretSource(() => new SecretPlace("BearerToken", null, token, null));
            Assert.Equal("first", secret.Read());

            Directory.Delete(data);
            Directory.CreateSymbolicLink(data, Folder("..2026_11_24_08", "other"));

            Assert.Equal("other", secret.Read());
            Directory.Delete(Path.Combine(mount.FullName, "..2026_11_24_08"), recursive: true);
            Assert.Equal("other", secret.Read());
        }
        finally
        {
            mount.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_link_to_a_file_that_is_written_again_is_read_again()
    {
        var link = _file + ".link";
        File.CreateSymbolicLink(link, _file);
        try
        {
            var secret = new SecretSource(() => new SecretPlace("BearerToken", null, link, null));

            Write("first", Written);
            Assert.Equal("first", secret.Read());
            Write("other", Written.AddSeconds(1));
            Assert.Equal("other", secret.Read());
        }
        finally
        {
            File.Delete(link);
        }
    }

    [Fact]
    public void A_variable_is_read_each_time()
    {
        const string Name = "HEALTHEINTENT_BEARER_TOKEN_OF_THIS_TEST";
        var secret = new SecretSource(() => new SecretPlace("BearerToken", null, null, Name));

        Environment.SetEnvironmentVariable(Name, "first");
        Assert.Equal("first", secret.Read());
        Environment.SetEnvironmentVariable(Name, "second");
        Assert.Equal("second", secret.Read());
        Environment.SetEnvironmentVariable(Name, null);
        Assert.Throws<CredentialUnreadableException>(secret.Read);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("two\nlines")]
    [InlineData("two words")]
    [InlineData("Ünicode")]
    public void What_cannot_be_one_header_value_is_no_token_and_is_not_repeated(string content)
    {
        var secret = new SecretSource(() => new SecretPlace("BearerToken", null, _file, null));
        Write(content, Written);

        var error = Assert.Throws<CredentialUnreadableException>(secret.Read);

        Assert.Contains("BearerTokenFile", error.Message, StringComparison.Ordinal);
        if (content.Trim().Length > 0)
            Assert.DoesNotContain(content.Trim(), error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_token()
    {
        var secret = new SecretSource(() =>
            new SecretPlace("BearerToken", null, Path.Combine(_file, "missing"), null)
        );

        Assert.Throws<CredentialUnreadableException>(secret.Read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("half a")]
    public void While_a_file_is_being_replaced_the_last_secret_stands(string content)
    {
        var secret = new SecretSource(() => new SecretPlace("BearerToken", null, _file, null));

        Write("first", Written);
        Assert.Equal("first", secret.Read());
        Write(content, Written.AddSeconds(1));
        Assert.Equal("first", secret.Read());
        File.Delete(_file);
        Assert.Equal("first", secret.Reread());
        Write("second", Written.AddSeconds(1));
        Assert.Equal("second", secret.Read());
    }

    [Fact]
    public void Another_file_is_another_secret()
    {
        var path = _file;
        var secret = new SecretSource(() => new SecretPlace("BearerToken", null, path, null));

        Write("first", Written);
        Assert.Equal("first", secret.Read());
        path = Path.Combine(_file, "missing");
        Assert.Throws<CredentialUnreadableException>(secret.Read);
    }

    private void Write(string content, DateTime written)
    {
        File.WriteAllText(_file, content);
        File.SetLastWriteTimeUtc(_file, written);
    }
}
