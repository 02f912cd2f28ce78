/** A geocoder that cannot be asked: `message` is for people. */
export class GeocoderFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GeocoderFailed';
  }
}
