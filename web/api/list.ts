export interface List<T> {
  items: T[];
  total: number;
}

export interface PagedList<T> extends List<T> {
  page: number;
  perPage: number;
}
