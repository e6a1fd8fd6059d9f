using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Gms.Platform.Tests.Keys;

public sealed class KeyTests : IDisposable
{
    static readonly ServiceIdentity Service = new("Probe");
    static readonly Guid Row = Guid.CreateVersion7(), Other = Guid.CreateVersion7();

    readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("gms-keys").FullName, "keys");

    KeyFolder Keys => new(_folder, mayCreate: true);

    [Fact]
    public void What_was_encrypted_is_read_by_its_row_and_by_no_other()
    {
        var cipher = new ColumnCipher(Keys, Service);
        var text = cipher.Encrypt("PA 123 4567 ຕົວຢ່າງ", Row);

        Assert.Equal("PA 123 4567 ຕົວຢ່າງ", cipher.Decrypt(text, Row));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(text, Other));
        Assert.DoesNotContain("4567", Encoding.Latin1.GetString(text), StringComparison.Ordinal);
        Assert.NotEqual(text, cipher.Encrypt("PA 123 4567 ຕົວຢ່າງ", Row));
    }

    [Fact]
    public void A_ciphertext_of_which_any_byte_was_changed_is_not_read()
    {
        var cipher = new ColumnCipher(Keys, Service);
        var text = cipher.Encrypt("PA1234567", Row);
        for (var at = 4; at < text.Length; at++)    // the first four name the key
        {
            text[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(text, Row));
            text[at] ^= 1;
        }
    }

    [Fact]
    public void After_rotation_new_text_names_the_new_key_and_old_text_and_signatures_still_hold()
    {
        var (keys, cipher) = (Keys, new ColumnCipher(Keys, Service));
        var (old, signed) = (cipher.Encrypt("old", Row), keys.Current(KeyKind.Seal, "probe").Sign([1, 2, 3]));

        keys.Rotate(KeyKind.Column, "probe");
        keys.Rotate(KeyKind.Seal, "probe");

        Assert.Equal("old", cipher.Decrypt(old, Row));
        Assert.Equal([0, 0, 0, 2], cipher.Encrypt("new", Row)[..4]);
        Assert.Equal((2, "new"), (keys.Current(KeyKind.Seal, "probe").Version, new ColumnCipher(Keys, Service).Decrypt(cipher.Encrypt("new", Row), Row)));
        Assert.True(Keys.Version(KeyKind.Seal, "probe", 1).Verify([1, 2, 3], signed));
        Assert.False(Keys.Version(KeyKind.Seal, "probe", 2).Verify([1, 2, 3], signed));
        Assert.Equal([1, 2], Keys.All(KeyKind.Seal, "probe").Select(k => k.Version));
    }

    [Fact]
    public void A_folder_that_lay_unchanged_for_long_is_listed_again_when_a_key_is_added()
    {
        var running = Keys;
        Assert.Equal(1, running.CurrentSecret(KeyKind.Search, "probe").Version);
        Directory.SetLastWriteTimeUtc(Path.Combine(_folder, "search", "probe"), DateTime.UtcNow.AddHours(-1));
        Assert.Equal([1], running.AllSecrets(KeyKind.Search, "probe").Select(k => k.Version));

        Keys.Rotate(KeyKind.Search, "probe");

        Assert.Equal([2, 1], running.AllSecrets(KeyKind.Search, "probe").Select(k => k.Version));
        Assert.Equal(2, running.CurrentSecret(KeyKind.Search, "probe").Version);
    }

    [Fact]
    public void A_key_that_a_running_process_did_not_make_is_used_by_it_at_once()
    {
        var running = Keys;
        Assert.Equal(1, running.CurrentSecret(KeyKind.Column, "probe").Version);

        Keys.Rotate(KeyKind.Column, "probe");

        Assert.Equal(2, running.CurrentSecret(KeyKind.Column, "probe").Version);
    }

    [Fact]
    public async Task Many_that_make_the_first_key_at_once_agree()
    {
        for (var round = 0; round < 20; round++)
        {
            var name = $"probe{round}";
            var hashes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Convert.ToHexString(Keys.CurrentSecret(KeyKind.Search, name).Hash("x"u8)))));

            Assert.Single(hashes.Distinct());
            Assert.Equal(["1.key"], Directory.GetFiles(Path.Combine(_folder, "search", name)).Select(Path.GetFileName));
        }
    }

    [Fact]
    public void Key_files_and_their_folders_are_for_their_owner_only()
    {
        foreach (var kind in Enum.GetValues<KeyKind>())
            Keys.Rotate(kind, "probe");

        Assert.All(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories), f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
        Assert.All(Directory.GetDirectories(_folder, "*", SearchOption.AllDirectories).Append(_folder),
            d => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(d)));
    }

    [Fact]
    public void Where_keys_may_not_be_made_a_missing_one_is_named()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new KeyFolder(_folder, mayCreate: false).Current(KeyKind.Seal, "probe"));

        Assert.Contains("Keys__Create", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Seal", failure.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void The_five_kinds_never_share_a_key()
    {
        var secrets = new[] { KeyKind.Column, KeyKind.Search }.Select(k => Convert.ToHexString(Keys.CurrentSecret(k, "probe").Bytes));
        var signing = new[] { KeyKind.Token, KeyKind.Credential, KeyKind.Seal }.Select(k => Convert.ToHexString(Keys.Current(k, "probe").Key.ExportPkcs8PrivateKey()));

        Assert.Equal(5, secrets.Concat(signing).Distinct().Count());
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
}
