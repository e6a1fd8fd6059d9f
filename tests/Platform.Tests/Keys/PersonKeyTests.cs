using System.Security.Cryptography;
using Xunit;

namespace Gms.Platform.Tests.Keys;

public sealed class PersonKeyTests : IDisposable
{
    static readonly ServiceIdentity Service = new("Probe");
    static readonly Guid Person = Guid.CreateVersion7(), Other = Guid.CreateVersion7(), Row = Guid.CreateVersion7();

    readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("gms-keys").FullName, "keys");

    KeyFolder Keys => new(_folder, mayCreate: true);

    PersonKeys People => new(Keys, Service, new ColumnCipher(Keys, Service));

    [Fact]
    public void What_is_encrypted_for_a_person_is_read_with_the_person_s_key_and_with_nobody_else_s()
    {
        var (mine, theirs) = (People.New(Person), People.New(Other));
        var text = People.Open(mine.Bytes, Person).Encrypt("+8562055550100", Row);

        Assert.Equal("+8562055550100", People.Open(mine.Bytes, Person).Decrypt(text, Row));
        Assert.ThrowsAny<CryptographicException>(() => People.Open(theirs.Bytes, Other).Decrypt(text, Row));
        Assert.ThrowsAny<CryptographicException>(() => People.Open(mine.Bytes, Person).Decrypt(text, Other));
    }

    [Fact]
    public void A_key_cannot_be_moved_to_another_person() => Assert.ThrowsAny<CryptographicException>(() => People.Open(People.New(Person).Bytes, Other));

    [Fact]
    public void Without_the_key_nothing_is_readable_and_nothing_can_be_written()
    {
        var text = People.Open(People.New(Person).Bytes, Person).Encrypt("secret", Row);
        var destroyed = People.Open(null, Person);

        Assert.Null(destroyed.Decrypt(text, Row));
        Assert.Throws<InvalidOperationException>(() => destroyed.Encrypt("more", Row));
    }

    [Fact]
    public void A_key_wrapped_anew_after_a_rotation_reads_what_was_written_before()
    {
        var old = People.New(Person);
        var text = People.Open(old.Bytes, Person).Encrypt("secret", Row);
        Keys.Rotate(KeyKind.Column, "probe");

        var renewed = People.Renewed(old.Bytes, Person);

        Assert.Equal((1, 2), (old.Version, renewed.Version));
        Assert.Equal("secret", People.Open(renewed.Bytes, Person).Decrypt(text, Row));
        Assert.Equal("secret", People.Open(old.Bytes, Person).Decrypt(text, Row));
    }

    [Fact]
    public void What_was_written_under_the_service_s_key_before_persons_had_keys_is_read()
    {
        var text = new ColumnCipher(Keys, Service).Encrypt("PA1234567", Row);

        Assert.Equal("PA1234567", People.Open(People.New(Person).Bytes, Person).Decrypt(text, Row));
        Assert.Equal("PA1234567", People.Open(null, Person).Decrypt(text, Row));
    }

    [Fact]
    public void A_value_is_looked_for_under_every_version_the_newest_first()
    {
        var cipher = new ColumnCipher(Keys, Service);
        var before = cipher.SearchHash("PA1234567");
        Keys.Rotate(KeyKind.Search, "probe");
        var after = cipher.SearchHash("PA1234567");

        Assert.Equal([(2, Convert.ToHexString(after.Bytes)), (1, Convert.ToHexString(before.Bytes))], cipher.SearchHashes("PA1234567").Select(h => (h.Version, Convert.ToHexString(h.Bytes))));
        Assert.NotEqual(before.Bytes, after.Bytes);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
}
